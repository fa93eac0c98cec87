; The Windows installer: for one person, without an administrator.
; Run by packaging/installer.py with VERSION, PROGRAM (the frozen folder), ICON, LICENCE and TARGET defined.
Unicode true
!include "MUI2.nsh"

Name "Winnow ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Winnow"
InstallDirRegKey HKCU "Software\Winnow" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\winnow-window.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Winnow"
!define NOTIFY_ASSOCIATIONS 'System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"'

!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section
  ; Only what this installer knows is replaced; a folder chosen by hand may hold other things.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Winnow.lnk" "$INSTDIR\winnow-window.exe"
  WriteRegStr HKCU "Software\Winnow" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Winnow"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\winnow-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Winnow authors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ; A project is a folder, and Windows gives folders no types: the packed project opens by a double click,
  ; and a folder by its menu.
  WriteRegStr HKCU "Software\Classes\.winnowz" "" "Winnow.Packed"
  WriteRegStr HKCU "Software\Classes\Winnow.Packed" "" "Packed Winnow project"
  WriteRegStr HKCU "Software\Classes\Winnow.Packed\DefaultIcon" "" "$INSTDIR\winnow-window.exe,0"
  WriteRegStr HKCU "Software\Classes\Winnow.Packed\shell\open\command" "" '"$INSTDIR\winnow-window.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Directory\shell\Winnow" "" "Open in Winnow"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Winnow" "AppliesTo" 'System.FileName:"*.winnow"'
  WriteRegStr HKCU "Software\Classes\Directory\shell\Winnow" "Icon" "$INSTDIR\winnow-window.exe"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Winnow\command" "" '"$INSTDIR\winnow-window.exe" "%1"'
  ${NOTIFY_ASSOCIATIONS}
SectionEnd

Section "Uninstall"
  ; Projects, preferences and logs lie elsewhere and stay.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\winnow.exe"
  Delete "$INSTDIR\winnow-window.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Winnow.lnk"
  DeleteRegKey HKCU "Software\Winnow"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\.winnowz"
  DeleteRegKey HKCU "Software\Classes\Winnow.Packed"
  DeleteRegKey HKCU "Software\Classes\Directory\shell\Winnow"
  ${NOTIFY_ASSOCIATIONS}
SectionEnd
