; The Windows installer: for one person, without an administrator.
; Run by packaging/installer.py with VERSION, PROGRAM (the frozen folder), ICON, LICENCE and TARGET defined.
Unicode true
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "MUI2.nsh"

Name "Winnow ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Winnow"
InstallDirRegKey HKCU "Software\Winnow" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Winnow"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Winnow setup"
VIAddVersionKey "CompanyName" "The Winnow authors"
VIAddVersionKey "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\winnow-window.exe"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Winnow"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
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
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString RUNS ${LANG_ENGLISH} "Winnow is running. Close its windows, then try again."
LangString RUNS ${LANG_KOREAN} "Winnow가 실행 중입니다. 창을 모두 닫은 뒤 다시 시도하세요."
LangString OPENS ${LANG_ENGLISH} "Open in Winnow"
LangString OPENS ${LANG_KOREAN} "Winnow에서 열기"
LangString PACKED ${LANG_ENGLISH} "Packed Winnow project"
LangString PACKED ${LANG_KOREAN} "묶은 Winnow 프로젝트"

; A program that runs cannot be written to: half of it would be replaced.
!macro WAIT_UNTIL_CLOSED FILE
  ${Do}
    ${IfNot} ${FileExists} "${FILE}"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "${FILE}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNS)" /SD IDCANCEL IDCANCEL`
      Abort
    ${EndIf}
  ${Loop}
!macroend

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section
  !insertmacro WAIT_UNTIL_CLOSED "$INSTDIR\winnow-window.exe"
  !insertmacro WAIT_UNTIL_CLOSED "$INSTDIR\winnow.exe"
  ; Only what this installer knows is replaced; a folder chosen by hand may hold other things.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  ; With Windows's own separator: makensis there takes what stands before the last one for the folder.
  File /r "${PROGRAM}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Winnow.lnk" "$INSTDIR\winnow-window.exe"
  WriteRegStr HKCU "Software\Winnow" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Winnow"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\winnow-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Winnow authors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ; A project is a folder, and Windows gives folders no types: the packed project opens by a double click,
  ; and a folder by its menu.
  WriteRegStr HKCU "Software\Classes\.winnowz" "" "Winnow.Packed"
  WriteRegStr HKCU "Software\Classes\Winnow.Packed" "" "$(PACKED)"
  WriteRegStr HKCU "Software\Classes\Winnow.Packed\DefaultIcon" "" "$INSTDIR\winnow-window.exe,0"
  WriteRegStr HKCU "Software\Classes\Winnow.Packed\shell\open\command" "" '"$INSTDIR\winnow-window.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Directory\shell\Winnow" "" "$(OPENS)"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Winnow" "AppliesTo" 'System.FileName:"*.winnow"'
  WriteRegStr HKCU "Software\Classes\Directory\shell\Winnow" "Icon" "$INSTDIR\winnow-window.exe"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Winnow\command" "" '"$INSTDIR\winnow-window.exe" "%1"'
  ${NOTIFY_ASSOCIATIONS}
SectionEnd

Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED "$INSTDIR\winnow-window.exe"
  !insertmacro WAIT_UNTIL_CLOSED "$INSTDIR\winnow.exe"
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
