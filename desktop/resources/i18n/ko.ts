<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
 <context>
  <name>AboutPage</name>
  <message>
   <source>About Winnow</source>
   <translation>Winnow 정보</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>복사됨</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>자세한 내용 복사</translation>
  </message>
  <message>
   <source>Its text comes with the installed program.</source>
   <translation>본문은 설치된 프로그램에 들어 있습니다.</translation>
  </message>
  <message>
   <source>MIT licence; it collects no usage data and sends none</source>
   <translation>MIT 라이선스. 사용 데이터를 모으거나 보내지 않습니다</translation>
  </message>
  <message>
   <source>Text of the licence</source>
   <translation>라이선스 본문</translation>
  </message>
  <message>
   <source>What Winnow is made of</source>
   <translation>Winnow를 이루는 것</translation>
  </message>
 </context>
 <context>
  <name>ActionsPane</name>
  <message>
   <source>A .winnowz file from another computer</source>
   <translation>다른 컴퓨터에서 온 .winnowz 파일</translation>
  </message>
  <message>
   <source>Drop to start a project</source>
   <translation>끌어다 놓아 프로젝트 시작</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>언어</translation>
  </message>
  <message>
   <source>New project</source>
   <translation>새 프로젝트</translation>
  </message>
  <message>
   <source>Open a packed project…</source>
   <translation>묶은 프로젝트 열기…</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>열기…</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>환경설정</translation>
  </message>
  <message>
   <source>Sample project</source>
   <translation>샘플 프로젝트</translation>
  </message>
  <message>
   <source>The path of your data</source>
   <translation>데이터가 지나는 길</translation>
  </message>
  <message>
   <source>a folder, a zip, images, or a text file of addresses</source>
   <translation>폴더, zip, 이미지, 주소 목록 파일</translation>
  </message>
  <message>
   <source>no network needed</source>
   <translation>네트워크 불필요</translation>
  </message>
 </context>
 <context>
  <name>ActivityStrip</name>
  <message>
   <source>Activity</source>
   <translation>작업 상황</translation>
  </message>
  <message>
   <source>All jobs</source>
   <translation>모든 작업</translation>
  </message>
 </context>
 <context>
  <name>Adding</name>
  <message>
   <source>Add a folder</source>
   <translation>폴더 추가</translation>
  </message>
  <message>
   <source>Add a folder of CIFAR batches</source>
   <translation>CIFAR 배치 폴더 추가</translation>
  </message>
  <message>
   <source>Add an address list</source>
   <translation>주소 목록 추가</translation>
  </message>
  <message>
   <source>Add images or zip files</source>
   <translation>이미지 또는 zip 파일 추가</translation>
  </message>
  <message>
   <source>Address lists (*.txt *.csv)</source>
   <translation>주소 목록 (*.txt *.csv)</translation>
  </message>
  <message>
   <source>Address list…</source>
   <translation>주소 목록…</translation>
  </message>
  <message>
   <source>CIFAR-10 batches…</source>
   <translation>CIFAR-10 배치…</translation>
  </message>
  <message>
   <source>Folder…</source>
   <translation>폴더…</translation>
  </message>
  <message>
   <source>Google Drive link</source>
   <translation>Google Drive 링크</translation>
  </message>
  <message>
   <source>Google Drive link…</source>
   <translation>Google Drive 링크…</translation>
  </message>
  <message>
   <source>Image search</source>
   <translation>이미지 검색</translation>
  </message>
  <message>
   <source>Image search…</source>
   <translation>이미지 검색…</translation>
  </message>
  <message>
   <source>Web pages</source>
   <translation>웹 페이지</translation>
  </message>
  <message>
   <source>Web pages…</source>
   <translation>웹 페이지…</translation>
  </message>
  <message>
   <source>Zip or images…</source>
   <translation>Zip 또는 이미지…</translation>
  </message>
 </context>
 <context>
  <name>ApplyBox</name>
  <message>
   <source>Apply</source>
   <translation>적용</translation>
  </message>
  <message>
   <source>Apply to other pictures</source>
   <translation>다른 이미지에 적용</translation>
  </message>
  <message numerus="yes">
   <source>Apply to {0} pictures</source>
   <translation>
    <numerusform>이미지 {0}장에 적용</numerusform>
   </translation>
  </message>
  <message>
   <source>Aspect and fill</source>
   <translation>비율과 채움</translation>
  </message>
  <message>
   <source>Find subject</source>
   <translation>피사체 찾기</translation>
  </message>
  <message>
   <source>There is no picture that it could be applied to.</source>
   <translation>적용할 수 있는 이미지가 없습니다.</translation>
  </message>
  <message>
   <source>This frame, in proportion</source>
   <translation>이 프레임을 비례에 맞춰</translation>
  </message>
  <message>
   <source>Trim borders</source>
   <translation>테두리 제거</translation>
  </message>
  <message>
   <source>What to apply</source>
   <translation>적용할 내용</translation>
  </message>
  <message>
   <source>Whole picture (reset)</source>
   <translation>이미지 전체 (초기화)</translation>
  </message>
 </context>
 <context>
  <name>Arranging</name>
  <message>
   <source>Cluster {0}</source>
   <translation>{0} 클러스터링</translation>
  </message>
  <message>
   <source>Into {0}</source>
   <translation>{0}개로</translation>
  </message>
  <message>
   <source>Merge {0} into {1}</source>
   <translation>{0} → {1} 합치기</translation>
  </message>
  <message>
   <source>Split {0}</source>
   <translation>{0} 나누기</translation>
  </message>
  <message>
   <source>There is no other cluster</source>
   <translation>다른 클러스터가 없습니다</translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures were labelled by their clusters</source>
   <translation>
    <numerusform>이미지 {0}장에 클러스터 이름으로 라벨을 붙였습니다</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures were labelled by their folders</source>
   <translation>
    <numerusform>이미지 {0}장에 폴더 이름으로 라벨을 붙였습니다</numerusform>
   </translation>
  </message>
  <message>
   <source>{0}, k = {1}</source>
   <translation>{0}, k = {1}</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Back to the sections</source>
   <translation>구역으로 돌아가기</translation>
  </message>
 </context>
 <context>
  <name>BatchGrid</name>
  <message>
   <source>Map of batch size and learning rate</source>
   <translation>배치 크기와 학습률 지도</translation>
  </message>
  <message>
   <source>One batch as the network gets it</source>
   <translation>네트워크가 받는 그대로의 배치 하나</translation>
  </message>
  <message>
   <source>batch {0}, rate {1}</source>
   <translation>배치 {0}, 학습률 {1}</translation>
  </message>
  <message>
   <source>diverged</source>
   <translation>발산</translation>
  </message>
  <message numerus="yes">
   <source>{0}: {1} % right, loss {2}, {3} of {4} seeds diverged. Click to use it.</source>
   <translation>
    <numerusform>{0}: 정답 {1} %, 손실 {2}, 시드 {4}개 중 {3}개 발산. 클릭하면 사용합니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0}: {1} of {2} seeds diverged</source>
   <translation>
    <numerusform>{0}: 시드 {2}개 중 {1}개 발산</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BatchPage</name>
  <message>
   <source> at the edge</source>
   <translation> 가장자리에서</translation>
  </message>
  <message>
   <source>10, × 2</source>
   <translation>10개, × 2</translation>
  </message>
  <message>
   <source>4 to 64, × 2</source>
   <translation>4~64, × 2</translation>
  </message>
  <message>
   <source>6, × 2</source>
   <translation>6개, × 2</translation>
  </message>
  <message>
   <source>8 to 128, × 2</source>
   <translation>8~128, × 2</translation>
  </message>
  <message>
   <source>8 to 512, × 2</source>
   <translation>8~512, × 2</translation>
  </message>
  <message>
   <source>8, × 2</source>
   <translation>8개, × 2</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>배치</translation>
  </message>
  <message>
   <source>Batch sizes</source>
   <translation>배치 크기</translation>
  </message>
  <message>
   <source>Best rate</source>
   <translation>최적 학습률</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>에포크</translation>
  </message>
  <message>
   <source>Every cell diverged: take lower rates.</source>
   <translation>모든 칸이 발산했습니다. 학습률을 낮추세요.</translation>
  </message>
  <message>
   <source>Fastest of those that tie with the best</source>
   <translation>최고와 비긴 것 중 가장 빠름</translation>
  </message>
  <message>
   <source>Gradient noise scale</source>
   <translation>그래디언트 노이즈 스케일</translation>
  </message>
  <message>
   <source>Map batch and rate</source>
   <translation>배치·학습률 지도 그리기</translation>
  </message>
  <message>
   <source>Map of batch size and rate</source>
   <translation>배치 크기와 학습률 지도</translation>
  </message>
  <message>
   <source>Rates</source>
   <translation>학습률</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>정답</translation>
  </message>
  <message>
   <source>Run map</source>
   <translation>지도 그리기</translation>
  </message>
  <message>
   <source>Run map again</source>
   <translation>지도 다시 그리기</translation>
  </message>
  <message>
   <source>Seeds</source>
   <translation>시드</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>스텝</translation>
  </message>
  <message>
   <source>Striped: diverged</source>
   <translation>줄무늬: 발산</translation>
  </message>
  <message>
   <source>Striped: diverged · {0}</source>
   <translation>줄무늬: 발산 · {0}</translation>
  </message>
  <message>
   <source>The head is trained with every pair of batch size and rate, from several seeds. The map shows where it learns, where it runs away, and whether the rate should grow with the batch or with its root.</source>
   <translation>배치 크기와 학습률의 모든 조합으로, 여러 시드에서 헤드를 학습합니다. 지도는 어디서 배우고 어디서 발산하는지, 학습률이 배치에 비례해야 하는지 제곱근에 비례해야 하는지 보여 줍니다.</translation>
  </message>
  <message>
   <source>The short runs are going on.</source>
   <translation>짧은 학습을 실행하고 있습니다.</translation>
  </message>
  <message>
   <source>Time per epoch</source>
   <translation>에포크당 시간</translation>
  </message>
  <message>
   <source>Use {0}, {1}</source>
   <translation>{0}, {1} 사용</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>Valid accuracy</source>
   <translation>검증 정확도</translation>
  </message>
  <message>
   <source>Valid loss</source>
   <translation>검증 손실</translation>
  </message>
  <message>
   <source>What the map shows</source>
   <translation>지도가 보여 주는 것</translation>
  </message>
  <message>
   <source>Which batch size, and which rate with it?</source>
   <translation>어떤 배치 크기에 어떤 학습률이 맞을까요?</translation>
  </message>
  <message>
   <source>best of its batch size</source>
   <translation>이 배치 크기에서 최고</translation>
  </message>
  <message>
   <source>frames</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>learning rate up, batch size right</source>
   <translation>위로 학습률, 오른쪽으로 배치 크기</translation>
  </message>
  <message>
   <source>learning rate up, batch size right, in %</source>
   <translation>위로 학습률, 오른쪽으로 배치 크기, 단위 %</translation>
  </message>
  <message>
   <source>linear rule</source>
   <translation>선형 규칙</translation>
  </message>
  <message>
   <source>measured, batch^{0}</source>
   <translation>측정값, batch^{0}</translation>
  </message>
  <message>
   <source>square-root rule</source>
   <translation>제곱근 규칙</translation>
  </message>
  <message>
   <source>{0} at {1}</source>
   <translation>{0}, 학습률 {1}</translation>
  </message>
  <message numerus="yes">
   <source>{0} short runs of {1} epochs on stored features: about a minute or two for 2 000 pictures on two cores.</source>
   <translation>
    <numerusform>저장된 특징으로 {1}에포크짜리 짧은 학습 {0}회: 코어 2개에서 이미지 2 000장이면 약 1~2분.</numerusform>
   </translation>
  </message>
  <message>
   <source>{0}, head only</source>
   <translation>{0}, 헤드만</translation>
  </message>
 </context>
 <context>
  <name>CalibrationWords</name>
  <message numerus="yes">
   <source>No temperature can be fitted: there was no mistake among the {0} frames of valid.</source>
   <translation>
    <numerusform>온도를 맞출 수 없습니다. 검증 프레임 {0}개에서 틀린 것이 없었습니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Temperature {0}, fitted on {1} frames of valid: it was {2}. With it (dotted) the error is {3}, the log loss {4}; what is said stays the same.</source>
   <translation>
    <numerusform>검증 프레임 {1}개로 맞춘 온도 {0}: 네트워크는 {2}이었습니다. 온도를 적용하면(점선) 오차는 {3}, 로그 손실은 {4}이고, 답은 그대로입니다.</numerusform>
   </translation>
  </message>
  <message>
   <source>There was no valid part to fit a temperature on.</source>
   <translation>온도를 맞출 검증 세트가 없었습니다.</translation>
  </message>
  <message>
   <source>not sure enough</source>
   <translation>확신 부족</translation>
  </message>
  <message>
   <source>too sure</source>
   <translation>지나치게 확신</translation>
  </message>
 </context>
 <context>
  <name>CheckHint</name>
  <message>
   <source>Bars of one colour at two opposite sides.</source>
   <translation>마주 보는 두 변에 한 가지 색 띠가 있습니다.</translation>
  </message>
  <message>
   <source>Even the brightest hundredth is dark.</source>
   <translation>가장 밝은 1 %도 어둡습니다.</translation>
  </message>
  <message>
   <source>Even the darkest twentieth is bright.</source>
   <translation>가장 어두운 5 %도 밝습니다.</translation>
  </message>
  <message>
   <source>Far from its most similar pictures, those of its label once there are two labels.</source>
   <translation>가장 비슷한 이미지와도 멉니다. 라벨이 둘 이상이면 같은 라벨 안에서 비교합니다.</translation>
  </message>
  <message>
   <source>Far larger or smaller than the others.</source>
   <translation>다른 이미지보다 훨씬 크거나 작습니다.</translation>
  </message>
  <message>
   <source>Flat colours and no soft texture: drawings, text, logos. Pictures on white may come along.</source>
   <translation>색이 평평하고 부드러운 질감이 없습니다: 그림, 글자, 로고. 흰 배경의 사진이 섞일 수 있습니다.</translation>
  </message>
  <message>
   <source>Hardly any variety of tones.</source>
   <translation>색조의 변화가 거의 없습니다.</translation>
  </message>
  <message>
   <source>Long level and upright lines between flat fields. Windows and fences may come along.</source>
   <translation>평평한 면 사이에 긴 수평선과 수직선이 있습니다. 창문이나 울타리가 섞일 수 있습니다.</translation>
  </message>
  <message>
   <source>No colour, or next to none.</source>
   <translation>색이 없거나 거의 없습니다.</translation>
  </message>
  <message>
   <source>No sharp edges, seen at 64 pixels.</source>
   <translation>64픽셀로 보았을 때 선명한 윤곽이 없습니다.</translation>
  </message>
  <message>
   <source>Very wide or very tall.</source>
   <translation>매우 넓거나 매우 깁니다.</translation>
  </message>
 </context>
 <context>
  <name>CheckList</name>
  <message>
   <source>Before you look</source>
   <translation>보기 전에</translation>
  </message>
  <message>
   <source>in order</source>
   <translation>정상</translation>
  </message>
  <message>
   <source>to look at</source>
   <translation>확인 필요</translation>
  </message>
  <message>
   <source>{0} of {1} in order</source>
   <translation>{1}개 중 {0}개 정상</translation>
  </message>
 </context>
 <context>
  <name>CheckPanel</name>
  <message>
   <source>By chance</source>
   <translation>무작위</translation>
  </message>
  <message>
   <source>By the labels so far: {0} % of {1}</source>
   <translation>지금까지의 라벨: {1} 중 {0} %</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>닫기</translation>
  </message>
  <message>
   <source>Contact sheet</source>
   <translation>모아 보기</translation>
  </message>
  <message>
   <source>Draw others</source>
   <translation>다시 뽑기</translation>
  </message>
  <message>
   <source>Label as</source>
   <translation>라벨 지정</translation>
  </message>
  <message>
   <source>Least typical</source>
   <translation>가장 덜 전형적</translation>
  </message>
  <message>
   <source>Mixed: split further</source>
   <translation>섞여 있음: 더 나누기</translation>
  </message>
  <message>
   <source>Most typical</source>
   <translation>가장 전형적</translation>
  </message>
  <message>
   <source>Split further</source>
   <translation>더 나누기</translation>
  </message>
  <message>
   <source>Spot check</source>
   <translation>표본 점검</translation>
  </message>
  <message>
   <source>Spot check: pick those that do not belong</source>
   <translation>표본 점검: 어울리지 않는 것을 고르세요</translation>
  </message>
  <message>
   <source>pick what is wrong</source>
   <translation>어울리지 않는 것을 고르세요</translation>
  </message>
  <message>
   <source>{0} of {1} belong: {2} % pure, {3}–{4} %</source>
   <translation>{1}장 중 {0}장 일치: 순도 {2} %, {3}–{4} %</translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>이미지 {0}장</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CheckRow</name>
  <message>
   <source>not searched yet</source>
   <translation>아직 검사 안 함</translation>
  </message>
  <message>
   <source>{0} flagged</source>
   <translation>{0}장 표시됨</translation>
  </message>
 </context>
 <context>
  <name>Checks</name>
  <message>
   <source>Another run leads on valid</source>
   <translation>검증에서는 다른 실행이 앞섭니다</translation>
  </message>
  <message>
   <source>Check labels</source>
   <translation>라벨 확인</translation>
  </message>
  <message>
   <source>Labels were checked, and changed since</source>
   <translation>라벨을 확인한 뒤에 바뀐 것이 있습니다</translation>
  </message>
  <message>
   <source>No frame of the test part was learned from</source>
   <translation>테스트 세트의 프레임을 배운 적이 없습니다</translation>
  </message>
  <message>
   <source>No label is suspected any more</source>
   <translation>더는 의심되는 라벨이 없습니다</translation>
  </message>
  <message>
   <source>Nobody has looked for wrong labels yet</source>
   <translation>아직 잘못된 라벨을 찾아보지 않았습니다</translation>
  </message>
  <message>
   <source>Pictures, frames or labels changed since the run was trained</source>
   <translation>실행을 학습한 뒤 이미지, 프레임, 라벨이 바뀌었습니다</translation>
  </message>
  <message>
   <source>The run is chosen without the test part</source>
   <translation>테스트 세트를 보지 않고 실행을 골랐습니다</translation>
  </message>
  <message>
   <source>The split has not changed since {0} started</source>
   <translation>{0} 시작 뒤로 분할이 바뀌지 않았습니다</translation>
  </message>
  <message>
   <source>The test part was opened before</source>
   <translation>테스트 세트를 이미 열어 본 적이 있습니다</translation>
  </message>
  <message>
   <source>by the folds, out of fold</source>
   <translation>폴드로, 폴드 밖에서</translation>
  </message>
  <message>
   <source>folds find them without the test part; wrong labels are best fixed before</source>
   <translation>폴드는 테스트 세트 없이 찾습니다. 잘못된 라벨은 먼저 고치는 것이 좋습니다</translation>
  </message>
  <message>
   <source>for {0}</source>
   <translation>대상: {0}</translation>
  </message>
  <message>
   <source>run the same folds again to see</source>
   <translation>같은 폴드를 다시 실행해 확인하세요</translation>
  </message>
  <message numerus="yes">
   <source>seed {0}, {1} near-duplicate groups cross a border</source>
   <translation>
    <numerusform>시드 {0}, 거의 같은 이미지 그룹 {1}개가 경계를 넘음</numerusform>
   </translation>
  </message>
  <message>
   <source>train again, or the result speaks of what is not there any more</source>
   <translation>다시 학습하세요. 아니면 결과가 이제 없는 것을 말하게 됩니다</translation>
  </message>
  <message>
   <source>wrong labels are best fixed before the test</source>
   <translation>잘못된 라벨은 평가 전에 고치는 것이 좋습니다</translation>
  </message>
  <message numerus="yes">
   <source>{0} frames of the test part were learned from</source>
   <translation>
    <numerusform>테스트 세트의 프레임 {0}개를 배운 적이 있습니다</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} groups cross a border; make a new split</source>
   <translation>
    <numerusform>그룹 {0}개가 경계를 넘습니다. 다시 분할하세요</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} is not the best by what may be looked at</source>
   <translation>{0}은(는) 볼 수 있는 수치로는 최고가 아닙니다</translation>
  </message>
  <message>
   <source>{0} leads on valid; no test number was seen</source>
   <translation>검증에서 {0}이(가) 앞섭니다. 테스트 수치는 보지 않았습니다</translation>
  </message>
  <message>
   <source>{0} of {0} checked by content</source>
   <translation>{0}개 중 {0}개를 내용으로 확인함</translation>
  </message>
  <message numerus="yes">
   <source>{0} suspected labels not looked at yet</source>
   <translation>
    <numerusform>의심되는 라벨 {0}개를 아직 보지 않았습니다</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Choosing</name>
  <message>
   <source>New project</source>
   <translation>새 프로젝트</translation>
  </message>
  <message>
   <source>Open a project</source>
   <translation>프로젝트 열기</translation>
  </message>
 </context>
 <context>
  <name>ClassBars</name>
  <message>
   <source>Frames of each class in train, valid and test</source>
   <translation>학습·검증·테스트의 클래스별 프레임 수</translation>
  </message>
 </context>
 <context>
  <name>ClassPreview</name>
  <message>
   <source>Class colours</source>
   <translation>클래스 색</translation>
  </message>
  <message>
   <source>Colours that colour-blind people can tell apart, always with a letter. In Sort a label can have one of its own.</source>
   <translation>색각 이상이 있는 사람도 구별할 수 있는 색이며, 늘 글자가 함께 있습니다. 정리에서 라벨마다 색을 따로 정할 수 있습니다.</translation>
  </message>
  <message>
   <source>bird</source>
   <translation>새</translation>
  </message>
  <message>
   <source>cat</source>
   <translation>고양이</translation>
  </message>
  <message>
   <source>dog</source>
   <translation>개</translation>
  </message>
 </context>
 <context>
  <name>Cleaner</name>
  <message>
   <source>Moving rejected files to the trash</source>
   <translation>제외된 파일을 휴지통으로 옮기기</translation>
  </message>
  <message>
   <source>Searching for copies and doubtful pictures</source>
   <translation>복사본과 의심스러운 이미지 찾기</translation>
  </message>
 </context>
 <context>
  <name>ClusterChip</name>
  <message>
   <source>Cluster {0}</source>
   <translation>클러스터 {0}</translation>
  </message>
 </context>
 <context>
  <name>CollectRoom</name>
  <message>
   <source>Add a folder…</source>
   <translation>폴더 추가…</translation>
  </message>
  <message>
   <source>Add source</source>
   <translation>출처 추가</translation>
  </message>
  <message>
   <source>Drop or paste a folder, a zip, images, an address list or links here. Each file is looked at once, and copied into the project.</source>
   <translation>폴더, zip, 이미지, 주소 목록, 링크를 여기에 놓거나 붙여 넣으세요. 파일마다 한 번 살펴보고 프로젝트로 복사합니다.</translation>
  </message>
  <message>
   <source>Image search…</source>
   <translation>이미지 검색…</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>보관</translation>
  </message>
  <message>
   <source>No pictures yet</source>
   <translation>아직 이미지가 없습니다</translation>
  </message>
  <message>
   <source>Nothing of use there: drop or paste files, addresses or pictures.</source>
   <translation>쓸 수 있는 것이 없습니다. 파일, 주소, 이미지를 놓거나 붙여 넣으세요.</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>규칙</translation>
  </message>
  <message>
   <source>Selected image</source>
   <translation>선택한 이미지</translation>
  </message>
  <message>
   <source>Web pages…</source>
   <translation>웹 페이지…</translation>
  </message>
  <message>
   <source>all sources</source>
   <translation>모든 출처</translation>
  </message>
  <message>
   <source>{0} from {1}</source>
   <translation>{1}에서 {0}장</translation>
  </message>
  <message>
   <source>{0} from {1}, newest first</source>
   <translation>{1}에서 {0}장, 최신순</translation>
  </message>
  <message numerus="yes">
   <source>{0} kept of {1} found in {2} sources</source>
   <translation>
    <numerusform>출처 {2}곳에서 찾은 {1}장 중 {0}장 보관</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Collecting</name>
  <message>
   <source>Fetching {0}</source>
   <translation>{0} 받기</translation>
  </message>
  <message>
   <source>Importing a pasted picture</source>
   <translation>붙여 넣은 이미지 가져오기</translation>
  </message>
  <message>
   <source>Importing {0}</source>
   <translation>{0} 가져오기</translation>
  </message>
  <message>
   <source>Pasted links</source>
   <translation>붙여 넣은 링크</translation>
  </message>
  <message>
   <source>{0} MB/s</source>
   <translation>{0} MB/초</translation>
  </message>
  <message>
   <source>{0} asks to wait: {1} s</source>
   <translation>{0} 서버의 대기 요청: {1}초</translation>
  </message>
 </context>
 <context>
  <name>Command</name>
  <message numerus="yes">
   <source>Accept {0} suggestions</source>
   <translation>
    <numerusform>제안 {0}개 수락</numerusform>
   </translation>
  </message>
  <message>
   <source>Add label</source>
   <translation>라벨 추가</translation>
  </message>
  <message numerus="yes">
   <source>Bring back {0} images</source>
   <translation>
    <numerusform>이미지 {0}장 되돌리기</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Bring back {0} runs</source>
   <translation>
    <numerusform>실행 {0}개 되돌리기</numerusform>
   </translation>
  </message>
  <message>
   <source>Change a label</source>
   <translation>라벨 바꾸기</translation>
  </message>
  <message>
   <source>Change frame</source>
   <translation>프레임 변경</translation>
  </message>
  <message>
   <source>Change how frames are made ready</source>
   <translation>프레임 준비 방법 변경</translation>
  </message>
  <message>
   <source>Change how pictures are cleaned</source>
   <translation>이미지 검사 기준 변경</translation>
  </message>
  <message numerus="yes">
   <source>Change the frames of {0} images</source>
   <translation>
    <numerusform>이미지 {0}장의 프레임 변경</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Cluster {0} images</source>
   <translation>
    <numerusform>이미지 {0}장 클러스터링</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Delete {0} runs</source>
   <translation>
    <numerusform>실행 {0}개 삭제</numerusform>
   </translation>
  </message>
  <message>
   <source>Keep a doubted label</source>
   <translation>의심된 라벨 유지</translation>
  </message>
  <message numerus="yes">
   <source>Label {0} images</source>
   <translation>
    <numerusform>이미지 {0}장 라벨 지정</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Label {0} images anew</source>
   <translation>
    <numerusform>이미지 {0}장 라벨 다시 지정</numerusform>
   </translation>
  </message>
  <message>
   <source>Merge clusters</source>
   <translation>클러스터 합치기</translation>
  </message>
  <message>
   <source>Name cluster</source>
   <translation>클러스터 이름 지정</translation>
  </message>
  <message>
   <source>Open the test part</source>
   <translation>테스트 세트 열기</translation>
  </message>
  <message numerus="yes">
   <source>Reject {0} copies</source>
   <translation>
    <numerusform>복사본 {0}장 제외</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Reject {0} images</source>
   <translation>
    <numerusform>이미지 {0}장 제외</numerusform>
   </translation>
  </message>
  <message>
   <source>Remove a source's card</source>
   <translation>출처 카드 지우기</translation>
  </message>
  <message>
   <source>Rename label</source>
   <translation>라벨 이름 바꾸기</translation>
  </message>
  <message>
   <source>Rename run</source>
   <translation>실행 이름 바꾸기</translation>
  </message>
  <message>
   <source>Save filter</source>
   <translation>필터 저장</translation>
  </message>
  <message>
   <source>Show another clustering</source>
   <translation>다른 클러스터링 보기</translation>
  </message>
  <message>
   <source>Split cluster</source>
   <translation>클러스터 나누기</translation>
  </message>
  <message numerus="yes">
   <source>Split {0} images</source>
   <translation>
    <numerusform>이미지 {0}장 분할</numerusform>
   </translation>
  </message>
  <message>
   <source>Use another split</source>
   <translation>다른 분할 사용</translation>
  </message>
 </context>
 <context>
  <name>CompareBox</name>
  <message>
   <source>Compare with</source>
   <translation>비교 대상</translation>
  </message>
  <message>
   <source>Compared with another run</source>
   <translation>다른 실행과 비교</translation>
  </message>
  <message>
   <source>McNemar's test on the same frames</source>
   <translation>같은 프레임에 대한 맥니머 검정</translation>
  </message>
  <message>
   <source>No other run of this split was opened: opening one more is counted, too.</source>
   <translation>이 분할에서 열어 본 다른 실행이 없습니다. 하나 더 열면 그것도 열람 횟수에 들어갑니다.</translation>
  </message>
  <message numerus="yes">
   <source>Of {0} frames only this run is right on {1}, only the other on {2}: {3} points (95 % interval {4} to {5}), p = {6}, {7}.</source>
   <translation>
    <numerusform>프레임 {0}개 중 이 실행만 맞힌 것 {1}개, 상대만 맞힌 것 {2}개: {3}점 (95 % 구간 {4}~{5}), p = {6}, {7}.</numerusform>
   </translation>
  </message>
  <message>
   <source>They cannot be compared: one of them kept no answers. Open it again.</source>
   <translation>비교할 수 없습니다. 한쪽에 답이 남아 있지 않습니다. 다시 여세요.</translation>
  </message>
  <message>
   <source>a difference that chance alone rarely makes</source>
   <translation>우연만으로는 드문 차이</translation>
  </message>
  <message>
   <source>no difference that could not be chance</source>
   <translation>우연일 수 있는 차이</translation>
  </message>
 </context>
 <context>
  <name>ComparePage</name>
  <message>
   <source> · current</source>
   <translation> · 현재</translation>
  </message>
  <message>
   <source>ARI</source>
   <translation>ARI</translation>
  </message>
  <message>
   <source>Cells as</source>
   <translation>칸 표시</translation>
  </message>
  <message>
   <source>Cluster {0}</source>
   <translation>클러스터 {0}</translation>
  </message>
  <message>
   <source>Column %</source>
   <translation>열 %</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>열</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>개수</translation>
  </message>
  <message>
   <source>In no cluster</source>
   <translation>클러스터 없음</translation>
  </message>
  <message>
   <source>NMI</source>
   <translation>NMI</translation>
  </message>
  <message>
   <source>Purity, columns</source>
   <translation>순도, 열</translation>
  </message>
  <message>
   <source>Purity, rows</source>
   <translation>순도, 행</translation>
  </message>
  <message>
   <source>Row %</source>
   <translation>행 %</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>행</translation>
  </message>
  <message>
   <source>Use {0}</source>
   <translation>{0} 사용</translation>
  </message>
  <message>
   <source>Which images meet</source>
   <translation>겹치는 이미지</translation>
  </message>
  <message>
   <source>agreement of pairs, 0 = chance</source>
   <translation>쌍의 일치, 0 = 우연</translation>
  </message>
  <message>
   <source>click a cell for its pictures, arrows move</source>
   <translation>칸을 클릭하면 이미지 표시, 화살표로 이동</translation>
  </message>
  <message>
   <source>shared information, 1 = same</source>
   <translation>공유 정보, 1 = 같음</translation>
  </message>
  <message>
   <source>{0} and {1}: {2} % of cluster {3} and {4} % of cluster {5}.</source>
   <translation>{0} / {1}: 클러스터 {3}의 {2} %, 클러스터 {5}의 {4} %.</translation>
  </message>
  <message>
   <source>{0} in {1}</source>
   <translation>{1}의 {0}</translation>
  </message>
  <message>
   <source>{0} of {1} labelled</source>
   <translation>{1}장 중 {0}장 라벨 있음</translation>
  </message>
  <message>
   <source>{0}, k = {1}</source>
   <translation>{0}, k = {1}</translation>
  </message>
 </context>
 <context>
  <name>ComparePanel</name>
  <message>
   <source>Close the comparison</source>
   <translation>비교 닫기</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>비교</translation>
  </message>
  <message>
   <source>The recipes are the same but for their data.</source>
   <translation>데이터 말고는 레시피가 같습니다.</translation>
  </message>
  <message>
   <source>They were not looked at with the same frames, so {0} points apart say little.</source>
   <translation>같은 프레임으로 본 것이 아니어서 {0}점 차이는 의미가 적습니다.</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>{0} points apart is more than chance gives.</source>
   <translation>{0}점 차이는 우연보다 큽니다.</translation>
  </message>
  <message>
   <source>{0} points apart is within what chance gives: a tie. Folds tell more.</source>
   <translation>{0}점 차이는 우연의 범위 안입니다: 무승부. 폴드가 더 많이 알려 줍니다.</translation>
  </message>
 </context>
 <context>
  <name>ConfusionMatrix</name>
  <message>
   <source>Show these pictures</source>
   <translation>이 이미지 보기</translation>
  </message>
  <message>
   <source>true \ said</source>
   <translation>정답 / 예측</translation>
  </message>
  <message>
   <source>true {0}, said {1}: {2}</source>
   <translation>정답 {0}, 예측 {1}: {2}</translation>
  </message>
 </context>
 <context>
  <name>ContingencyTable</name>
  <message>
   <source>Cluster {0}</source>
   <translation>클러스터 {0}</translation>
  </message>
  <message>
   <source>In no cluster</source>
   <translation>클러스터 없음</translation>
  </message>
  <message>
   <source>No cluster</source>
   <translation>클러스터 없음</translation>
  </message>
  <message>
   <source>Which images meet</source>
   <translation>겹치는 이미지</translation>
  </message>
  <message>
   <source>images</source>
   <translation>이미지</translation>
  </message>
 </context>
 <context>
  <name>Controller</name>
  <message>
   <source>Clustering</source>
   <translation>클러스터링</translation>
  </message>
  <message>
   <source>Drawing the sample</source>
   <translation>샘플 그리기</translation>
  </message>
  <message>
   <source>Winnow</source>
   <translation>Winnow</translation>
  </message>
  <message>
   <source>open to look only</source>
   <translation>보기 전용</translation>
  </message>
  <message>
   <source>opened</source>
   <translation>열림</translation>
  </message>
  <message>
   <source>{0} kept</source>
   <translation>{0}장 보관</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
  <message numerus="yes">
   <source>{0} runs</source>
   <translation>
    <numerusform>실행 {0}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CopiesPanel</name>
  <message>
   <source>Copies</source>
   <translation>복사본</translation>
  </message>
  <message>
   <source>Copies in this group: pick the one that stays</source>
   <translation>이 그룹의 복사본: 남길 것을 고르세요</translation>
  </message>
  <message>
   <source>Group before</source>
   <translation>이전 그룹</translation>
  </message>
  <message>
   <source>Group {0} of {1}</source>
   <translation>그룹 {0}/{1}</translation>
  </message>
  <message>
   <source>In {0} the labels contradict each other; these are left alone.</source>
   <translation>그룹 {0}개는 라벨이 서로 어긋나 그대로 둡니다.</translation>
  </message>
  <message>
   <source>Labels contradict each other: {0}. Pick the picture that stays, or leave the group alone.</source>
   <translation>라벨이 서로 어긋납니다: {0}. 남길 이미지를 고르거나 그룹을 그대로 두세요.</translation>
  </message>
  <message>
   <source>Next conflict</source>
   <translation>다음 충돌</translation>
  </message>
  <message>
   <source>Next group</source>
   <translation>다음 그룹</translation>
  </message>
  <message>
   <source>Not searched yet.</source>
   <translation>아직 검사하지 않았습니다.</translation>
  </message>
  <message numerus="yes">
   <source>Reject {0} copies</source>
   <translation>
    <numerusform>복사본 {0}장 제외</numerusform>
   </translation>
  </message>
  <message>
   <source>Search</source>
   <translation>검사</translation>
  </message>
  <message>
   <source>Search anew</source>
   <translation>다시 검사</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>검사 중…</translation>
  </message>
  <message>
   <source>There are no pictures yet.</source>
   <translation>아직 이미지가 없습니다.</translation>
  </message>
  <message>
   <source>Which one stays</source>
   <translation>남길 이미지</translation>
  </message>
  <message>
   <source>equal pixels</source>
   <translation>같은 픽셀</translation>
  </message>
  <message numerus="yes">
   <source>{0} files fell out as the same file.</source>
   <translation>
    <numerusform>같은 파일이어서 빠진 파일 {0}개.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} groups of copies, {1} of equal pixels.</source>
   <translation>
    <numerusform>복사본 그룹 {0}개, 그중 픽셀이 같은 그룹 {1}개.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures came since.</source>
   <translation>
    <numerusform>그 뒤로 들어온 이미지 {0}장.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Core</name>
  <message>
   <source>'{0}' is found page by page, which one machine does. A cluster fetches lists of addresses: leave --engine out, or give a list.</source>
   <translation>'{0}'은(는) 한 페이지씩 찾으며, 이는 한 컴퓨터가 합니다. 클러스터는 주소 목록을 받습니다. --engine을 빼거나 목록을 주세요.</translation>
  </message>
  <message>
   <source>'{0}' is in {1} of {2} folds only: it has too few groups. Choose fewer folds.</source>
   <translation>'{0}': 폴드 {2}개 중 {1}개에만 있습니다. 그룹이 너무 적으니 폴드 수를 줄이세요.</translation>
  </message>
  <message>
   <source>'{0}' is no licence that can be asked for. Name one or several of {1}, {2}, {3}, with commas between them.</source>
   <translation>'{0}'(이)라는 라이선스는 요청할 수 없습니다. {1}, {2}, {3} 중 하나 이상을 쉼표로 적으세요.</translation>
  </message>
  <message>
   <source>'{0}' is not complete: {1}. What was found until then is kept; go on with it later.</source>
   <translation>'{0}'이(가) 다 끝나지 않았습니다: {1}. 그때까지 찾은 것은 보관했습니다. 나중에 계속하세요.</translation>
  </message>
  <message>
   <source>'{0}' {1}. Copy the link of a file or a folder from Drive's Share dialogue; it looks like https://drive.google.com/drive/folders/…</source>
   <translation>'{0}' {1}. Drive의 공유 창에서 파일이나 폴더의 링크를 복사하세요. https://drive.google.com/drive/folders/… 모양입니다</translation>
  </message>
  <message>
   <source>(no name)</source>
   <translation>(이름 없음)</translation>
  </message>
  <message>
   <source>({0} MB are free)</source>
   <translation>({0} MB 남음)</translation>
  </message>
  <message>
   <source>, which is a tie</source>
   <translation>, 무승부입니다</translation>
  </message>
  <message>
   <source>: {0} compares every pair of images, so it clusters a sample of {1}, and the others join the cluster of their nearest neighbours</source>
   <translation>: {0}은(는) 모든 이미지 쌍을 비교하므로 {1}장의 표본을 클러스터링하고, 나머지는 가장 가까운 이웃의 클러스터에 들어갑니다</translation>
  </message>
  <message>
   <source>A cosine to nothing that starts again after every {0}: each restart may leave a poor minimum; the accuracy dips there for a while.</source>
   <translation>{0}마다 다시 시작하는, 0까지 내려가는 코사인입니다. 다시 시작할 때마다 나쁜 최솟값을 벗어날 수 있고, 그때는 정확도가 잠시 떨어집니다.</translation>
  </message>
  <message>
   <source>A file in {0} would be larger than its disk allows. Move the project to a disk with another file system, then open it there.</source>
   <translation>{0}의 파일이 디스크가 허용하는 크기를 넘습니다. 프로젝트를 다른 파일 시스템의 디스크로 옮겨 여세요.</translation>
  </message>
  <message>
   <source>A frame of {0} x {1} pixels is larger than can be cut.</source>
   <translation>{0} x {1}픽셀 프레임은 자를 수 있는 것보다 큽니다.</translation>
  </message>
  <message>
   <source>A gradient longer than {0} is shortened to it, so that one odd batch cannot do harm.</source>
   <translation>{0}보다 긴 그래디언트는 그 길이로 줄입니다. 이상한 배치 하나가 망치지 못합니다.</translation>
  </message>
  <message>
   <source>A graphics card where there is one that can train, else the processor.</source>
   <translation>학습할 수 있는 그래픽 카드가 있으면 그것을, 아니면 프로세서를 씁니다.</translation>
  </message>
  <message>
   <source>A learning rate of {0} cannot be trained with: choose above 0.</source>
   <translation>학습률 {0}(으)로는 학습할 수 없습니다. 0보다 크게 고르세요.</translation>
  </message>
  <message>
   <source>A map needs at least 5 images; there are {0}.</source>
   <translation>지도에는 이미지가 5장 이상 필요합니다. 지금은 {0}장입니다.</translation>
  </message>
  <message>
   <source>A network of your own is code, which is not sent to other machines. Train it on this machine, or choose another network.</source>
   <translation>직접 만든 네트워크는 코드이므로 다른 컴퓨터로 보내지 않습니다. 이 컴퓨터에서 학습하거나 다른 네트워크를 고르세요.</translation>
  </message>
  <message>
   <source>A network of your own is program code. It can do on this computer whatever you can: read, change and send your files. Trust it only if you wrote it, or have read it. It stays trusted as it is now; if it changes, you are asked again.</source>
   <translation>직접 만든 네트워크는 프로그램 코드입니다. 이 컴퓨터에서 사용자가 할 수 있는 모든 일, 곧 파일을 읽고 바꾸고 보내는 일을 할 수 있습니다. 직접 썼거나 읽어 본 것만 신뢰하세요. 지금 상태로 신뢰되며, 바뀌면 다시 묻습니다.</translation>
  </message>
  <message>
   <source>A network that knows nothing learns all from your pictures. Shows what pretraining is worth; it needs thousands a class, and the smallest here has {0}. The right choice for CIFAR-10's 32 pixels.</source>
   <translation>아무것도 모르는 네트워크가 이미지에서 모두 배웁니다. 사전 학습의 가치를 보여 줍니다. 클래스마다 수천 장이 필요한데, 가장 작은 클래스에 {0}장이 있습니다. 32픽셀인 CIFAR-10에 알맞습니다.</translation>
  </message>
  <message>
   <source>A picture or its features hold what is no number: run 'winnow doctor' on the project.</source>
   <translation>이미지나 특징에 숫자가 아닌 값이 있습니다. 프로젝트에 'winnow doctor'를 실행하세요.</translation>
  </message>
  <message>
   <source>A rectangle of another picture is put into each, of a size drawn around alpha {0}, and labels are shared out by area. The training accuracy means little then; look at valid.</source>
   <translation>다른 이미지의 사각형을 붙여 넣습니다. 크기는 알파 {0} 둘레에서 뽑고, 라벨은 넓이에 따라 나눕니다. 이때 학습 정확도는 의미가 적으니 검증을 보세요.</translation>
  </message>
  <message>
   <source>A split needs pictures of at least two labels. Label some more in Sort first.</source>
   <translation>분할하려면 두 가지 이상의 라벨이 필요합니다. 먼저 정리에서 라벨을 더 붙이세요.</translation>
  </message>
  <message>
   <source>A transformer; the largest here, and the slowest without a GPU.</source>
   <translation>트랜스포머. 여기서 가장 크고 GPU 없이는 가장 느립니다.</translation>
  </message>
  <message>
   <source>A worker of the cluster ended again and again on the same piece of work ({0}). What was done before is kept. Often its memory ran out: give the workers more, or choose this machine.</source>
   <translation>클러스터의 작업자가 같은 일({0})에서 거듭 멈췄습니다. 그전까지 한 것은 남아 있습니다. 대개 메모리 부족입니다. 작업자에 메모리를 더 주거나 이 컴퓨터를 고르세요.</translation>
  </message>
  <message>
   <source>About {0} and {1} of memory for {2} images</source>
   <translation>이미지 {2}장에 약 {0}, 메모리 {1}</translation>
  </message>
  <message>
   <source>Adam-type steps grow with the root of the batch.</source>
   <translation>Adam 계열의 스텝은 배치의 제곱근에 비례해 커집니다.</translation>
  </message>
  <message>
   <source>Add pictures, or stop earlier and vary the pictures more.</source>
   <translation>이미지를 더하거나, 일찍 멈추고 이미지를 더 변형하세요.</translation>
  </message>
  <message>
   <source>Added to every width, so that no cloud shrinks to a point.</source>
   <translation>모든 너비에 더해, 어떤 구름도 점으로 줄지 않게 합니다.</translation>
  </message>
  <message>
   <source>Affinity propagation</source>
   <translation>친화도 전파</translation>
  </message>
  <message>
   <source>Agglomerative (Ward)</source>
   <translation>계층적 병합 (Ward)</translation>
  </message>
  <message>
   <source>All weights learn from the first step; the untrained last layer may spoil the others at first.</source>
   <translation>첫 스텝부터 모든 가중치가 배웁니다. 배우지 않은 마지막 층이 처음에 나머지를 망칠 수 있습니다.</translation>
  </message>
  <message>
   <source>All weights learn, from a network that already knows pictures. Good from about 100 pictures a class; the smallest here has {0}, which is {1}.</source>
   <translation>이미 이미지를 아는 네트워크에서 모든 가중치가 배웁니다. 클래스마다 약 100장부터 좋습니다. 가장 작은 클래스는 {0}장으로 {1}.</translation>
  </message>
  <message>
   <source>Another window could not be started. Start Winnow again from your system.</source>
   <translation>창을 하나 더 열지 못했습니다. 시스템에서 Winnow를 다시 시작하세요.</translation>
  </message>
  <message>
   <source>Another window or command is exporting to {0} at this moment. Wait for it, or stop it.</source>
   <translation>다른 창이나 명령이 지금 {0}에 내보내고 있습니다. 기다리거나 중지하세요.</translation>
  </message>
  <message>
   <source>BIRCH</source>
   <translation>BIRCH</translation>
  </message>
  <message>
   <source>Balance the classes: weights or sampling in the recipe, or more pictures of the rare ones.</source>
   <translation>클래스를 고르게 하세요: 레시피의 가중치나 표집, 또는 드문 클래스의 이미지 추가.</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>배치 크기</translation>
  </message>
  <message>
   <source>Before its last layer {0} gives {1} for two pictures, not (2, {2}): its last nn.Linear must be what is used last. Mend the file, and trust it again.</source>
   <translation>{0}은(는) 마지막 층 앞에서 이미지 두 장에 (2, {2})가 아니라 {1}을(를) 냅니다. 마지막 nn.Linear를 맨 끝에 써야 합니다. 파일을 고쳐 다시 신뢰하세요.</translation>
  </message>
  <message>
   <source>Bisecting K-Means</source>
   <translation>이분 K-평균</translation>
  </message>
  <message>
   <source>Cats and dogs</source>
   <translation>고양이와 개</translation>
  </message>
  <message>
   <source>Check failed: the first loss is {0}. The network is not built as it should be, or its labels are not.</source>
   <translation>점검 실패: 첫 손실이 {0}입니다. 네트워크나 라벨이 제대로 되어 있지 않습니다.</translation>
  </message>
  <message>
   <source>Check failed: {0} cannot be learned by heart ({1} right, loss {2} after {3} steps), so all will hardly be learned. Look at the labels, the input size, and whether pictures are empty.</source>
   <translation>점검 실패: {0}을 외우지 못했습니다({3}스텝 뒤 정답 {1}, 손실 {2}). 전체도 배우기 어렵습니다. 라벨, 입력 크기, 빈 이미지가 있는지 확인하세요.</translation>
  </message>
  <message>
   <source>Check passed: the first loss is {0}.</source>
   <translation>점검 통과: 첫 손실은 {0}입니다.</translation>
  </message>
  <message>
   <source>Check passed: {0} can be learned by heart.</source>
   <translation>점검 통과: {0}을 외울 수 있습니다.</translation>
  </message>
  <message>
   <source>Check the labels in Sort: by the folders they came from, or by the clusters.</source>
   <translation>정리에서 라벨을 확인하세요: 원래 폴더나 클러스터로.</translation>
  </message>
  <message>
   <source>Choose 1 to 1 000 epochs and 1 to 20 seeds for each cell of the map.</source>
   <translation>지도의 칸마다 1~1 000에포크와 시드 1~20개를 고르세요.</translation>
  </message>
  <message>
   <source>Choose 1 to {0}, a cluster's name, or 'none'</source>
   <translation>1~{0}, 클러스터 이름, 또는 'none'을 고르세요</translation>
  </message>
  <message>
   <source>Choose 10 to 10 000 steps, 1 to 20 seeds, and a stop above 1 times the lowest loss.</source>
   <translation>10~10 000스텝, 시드 1~20개, 최저 손실의 1배보다 큰 중지값을 고르세요.</translation>
  </message>
  <message>
   <source>Choose 2 to 20 folds and 1 to 10 000 epochs.</source>
   <translation>폴드 2~20개와 1~10 000에포크를 고르세요.</translation>
  </message>
  <message>
   <source>Choose 2 to 20 restarts and an odd number of points from 5 to 201.</source>
   <translation>재시작 2~20회와 5~201의 홀수 점 수를 고르세요.</translation>
  </message>
  <message>
   <source>Choose batch sizes of at least 1 and learning rates above 0.</source>
   <translation>배치 크기는 1 이상, 학습률은 0보다 크게 고르세요.</translation>
  </message>
  <message>
   <source>Choose two different clusters to merge.</source>
   <translation>합칠 서로 다른 클러스터 둘을 고르세요.</translation>
  </message>
  <message>
   <source>Cluster {0}</source>
   <translation>클러스터 {0}</translation>
  </message>
  <message>
   <source>Clusters as clouds of their own width and direction; every image goes to the likeliest.</source>
   <translation>저마다 너비와 방향이 있는 구름으로 봅니다. 이미지는 가장 그럴듯한 구름에 들어갑니다.</translation>
  </message>
  <message>
   <source>Clusters nearer than this are one.</source>
   <translation>이보다 가까운 클러스터는 하나로 봅니다.</translation>
  </message>
  <message>
   <source>Comes with Winnow; a little better than Lite0, and less than half as fast.</source>
   <translation>Winnow에 들어 있습니다. Lite0보다 조금 낫고 속도는 절반이 안 됩니다.</translation>
  </message>
  <message>
   <source>Comes with Winnow; fast, and good for photographs of things and animals.</source>
   <translation>Winnow에 들어 있습니다. 빠르고, 사물과 동물 사진에 좋습니다.</translation>
  </message>
  <message>
   <source>Compare runs by folds, or label more pictures.</source>
   <translation>폴드로 실행을 비교하거나 라벨을 더 붙이세요.</translation>
  </message>
  <message>
   <source>ConvNeXt-Tiny</source>
   <translation>ConvNeXt-Tiny</translation>
  </message>
  <message>
   <source>Cutmix</source>
   <translation>Cutmix</translation>
  </message>
  <message>
   <source>Cuts the graph of neighbours where it is thinnest: finds long and winding clusters.</source>
   <translation>이웃 그래프를 가장 얇은 곳에서 자릅니다. 길고 굽은 클러스터를 찾습니다.</translation>
  </message>
  <message>
   <source>DBSCAN</source>
   <translation>DBSCAN</translation>
  </message>
  <message>
   <source>Dense regions of any shape and density; finds their number itself and leaves strays out.</source>
   <translation>모양과 밀도에 상관없이 빽빽한 곳을 찾습니다. 개수를 스스로 정하고 외톨이는 뺍니다.</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>장치</translation>
  </message>
  <message>
   <source>Drive answers no more for now ({0}); {1}</source>
   <translation>Drive가 당분간 응답하지 않습니다({0}). {1}</translation>
  </message>
  <message>
   <source>Drive asks for confirmation again and again</source>
   <translation>Drive가 확인을 자꾸 요구합니다</translation>
  </message>
  <message>
   <source>Drive does not say what it is; copy the link again</source>
   <translation>Drive가 무엇인지 알려 주지 않습니다. 링크를 다시 복사하세요</translation>
  </message>
  <message>
   <source>Drive gave a page in place of the file and does not say why; open the link in a browser to see</source>
   <translation>Drive가 파일 대신 페이지를 주고 이유를 알려 주지 않습니다. 브라우저에서 링크를 열어 보세요</translation>
  </message>
  <message>
   <source>Drive holds it back: {0}</source>
   <translation>Drive가 내주지 않습니다: {0}</translation>
  </message>
  <message>
   <source>Drive leads on wrongly: {0}</source>
   <translation>Drive가 엉뚱한 곳으로 보냅니다: {0}</translation>
  </message>
  <message>
   <source>Drive says: {0}</source>
   <translation>Drive의 답: {0}</translation>
  </message>
  <message>
   <source>Drive's page says nothing; try again later, or open it in a browser</source>
   <translation>Drive의 페이지에 아무것도 없습니다. 나중에 다시 하거나 브라우저에서 여세요</translation>
  </message>
  <message>
   <source>Each of the {0} training pictures is seen {1}, in {2}</source>
   <translation>학습 이미지 {0}장을 저마다 {1} 봅니다: {2}</translation>
  </message>
  <message>
   <source>Each weight has its own step size, and weight decay works apart from it. Forgiving of the learning rate.</source>
   <translation>가중치마다 스텝 크기가 있고 가중치 감쇠는 따로 작동합니다. 학습률에 너그럽습니다.</translation>
  </message>
  <message>
   <source>Each weight has its own step size. Weight decay works through the gradient here; AdamW does it better.</source>
   <translation>가중치마다 스텝 크기가 있습니다. 여기서는 감쇠가 그래디언트를 거치며, AdamW가 더 낫습니다.</translation>
  </message>
  <message>
   <source>Early stop</source>
   <translation>조기 종료</translation>
  </message>
  <message>
   <source>Eight convolutions, to see how much a small one learns.</source>
   <translation>합성곱 여덟 개. 작은 네트워크가 얼마나 배우는지 봅니다.</translation>
  </message>
  <message>
   <source>Ends the run when valid has not been better for {0}.</source>
   <translation>검증이 {0} 동안 나아지지 않으면 실행을 끝냅니다.</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>에포크</translation>
  </message>
  <message>
   <source>Every epoch sees each training picture otherwise: {0}. Valid and test are never varied.</source>
   <translation>에포크마다 학습 이미지를 다르게 봅니다: {0}. 검증과 테스트는 변형하지 않습니다.</translation>
  </message>
  <message>
   <source>Every image climbs to the nearest peak of density; each peak is a cluster.</source>
   <translation>이미지마다 가장 가까운 밀도의 봉우리로 오릅니다. 봉우리 하나가 클러스터 하나입니다.</translation>
  </message>
  <message>
   <source>Every picture becomes {0} × {1} pixels. Twice the size takes four times as long.</source>
   <translation>모든 이미지가 {0} × {1}픽셀이 됩니다. 크기가 두 배면 시간은 네 배 걸립니다.</translation>
  </message>
  <message>
   <source>Export there again to go on where it stopped.</source>
   <translation>같은 곳에 다시 내보내면 멈춘 데서 이어집니다.</translation>
  </message>
  <message>
   <source>Falls to a tenth after every {0}.</source>
   <translation>{0}마다 10분의 1로 떨어집니다.</translation>
  </message>
  <message>
   <source>Falls to a tenth when the valid loss has not fallen for {0}. It reacts to valid, so valid is a little less of a surprise to it.</source>
   <translation>검증 손실이 {0} 동안 떨어지지 않으면 10분의 1로 낮춥니다. 검증에 반응하므로 검증은 조금 덜 새로운 것이 됩니다.</translation>
  </message>
  <message>
   <source>Fetching {0} ({1} MB, {2}) from {3}, once.</source>
   <translation>{0} 받기 ({1} MB, {2}), 출처 {3}, 한 번만.</translation>
  </message>
  <message>
   <source>Find a rate with the LR finder, and look whether the pictures of the classes differ at all.</source>
   <translation>학습률 찾기로 학습률을 찾고, 클래스의 이미지가 정말 다른지 보세요.</translation>
  </message>
  <message>
   <source>From epoch {0} on the noise scale is larger than the train part: any batch saves steps.</source>
   <translation>에포크 {0}부터 노이즈 스케일이 학습 세트보다 큽니다. 어떤 배치든 스텝을 줄입니다.</translation>
  </message>
  <message>
   <source>Frozen epochs</source>
   <translation>고정 에포크</translation>
  </message>
  <message>
   <source>Gathers images in a tree of small balls in one pass, then clusters the balls. Little memory.</source>
   <translation>한 번 훑어 이미지를 작은 공의 나무로 모은 뒤 공을 클러스터링합니다. 메모리를 적게 씁니다.</translation>
  </message>
  <message>
   <source>Gaussian mixture</source>
   <translation>가우시안 혼합</translation>
  </message>
  <message>
   <source>Going on after {0} of {1} that are written already.</source>
   <translation>이미 저장한 파일 {1}개 중 {0}개 다음부터 계속합니다.</translation>
  </message>
  <message>
   <source>Good features; slow without a GPU.</source>
   <translation>좋은 특징. GPU 없이는 느립니다.</translation>
  </message>
  <message>
   <source>Google takes this for an automatic program and answers no more for now; {0}</source>
   <translation>Google이 자동 프로그램으로 보고 당분간 응답하지 않습니다. {0}</translation>
  </message>
  <message>
   <source>Gradient clipping</source>
   <translation>그래디언트 제한</translation>
  </message>
  <message>
   <source>HDBSCAN</source>
   <translation>HDBSCAN</translation>
  </message>
  <message>
   <source>How far an image looks; 0 finds it from the distances.</source>
   <translation>이미지가 보는 거리. 0이면 거리에서 찾습니다.</translation>
  </message>
  <message>
   <source>How far each step goes. Too high and the loss jumps or runs away, too low and nothing is learned in time.</source>
   <translation>한 스텝의 크기입니다. 너무 높으면 손실이 튀거나 발산하고, 너무 낮으면 제때 배우지 못합니다.</translation>
  </message>
  <message>
   <source>How far two images are apart; ward needs euclidean.</source>
   <translation>두 이미지의 거리를 재는 법. ward는 euclidean이어야 합니다.</translation>
  </message>
  <message>
   <source>How free a cloud's shape is: any ellipsoid, the same for all, along the axes, or a ball.</source>
   <translation>구름 모양의 자유도: 아무 타원체, 모두 같은 모양, 축 방향, 또는 공.</translation>
  </message>
  <message>
   <source>How many images each step looks at.</source>
   <translation>한 스텝에 보는 이미지 수입니다.</translation>
  </message>
  <message>
   <source>How many neighbours each image is joined with.</source>
   <translation>이미지마다 이어지는 이웃 수입니다.</translation>
  </message>
  <message>
   <source>How many neighbours make a place dense.</source>
   <translation>빽빽하다고 볼 이웃 수입니다.</translation>
  </message>
  <message>
   <source>How many neighbours make a place dense; more leaves more out.</source>
   <translation>빽빽하다고 볼 이웃 수. 클수록 더 많이 뺍니다.</translation>
  </message>
  <message>
   <source>How many sets of first centres are tried.</source>
   <translation>시험할 첫 중심의 벌 수입니다.</translation>
  </message>
  <message>
   <source>How narrow the bell curve is (rbf).</source>
   <translation>종 모양 곡선의 좁기입니다 (rbf).</translation>
  </message>
  <message>
   <source>How near neighbours are; 0 finds it from the distances to neighbours.</source>
   <translation>이웃으로 볼 가까움. 0이면 이웃까지의 거리에서 찾습니다.</translation>
  </message>
  <message>
   <source>How often each split is tried.</source>
   <translation>나누기마다 시도하는 횟수입니다.</translation>
  </message>
  <message>
   <source>How often it starts anew from other centres; the tightest result is kept.</source>
   <translation>다른 중심에서 새로 시작하는 횟수. 가장 촘촘한 결과를 남깁니다.</translation>
  </message>
  <message>
   <source>How often it starts anew.</source>
   <translation>새로 시작하는 횟수입니다.</translation>
  </message>
  <message>
   <source>How readily an image stands for others; 0 takes the median similarity, lower makes fewer clusters.</source>
   <translation>이미지가 남을 대표하려는 정도. 0이면 유사도의 중앙값, 낮을수록 클러스터가 적습니다.</translation>
  </message>
  <message>
   <source>How slowly votes change; raise it where it does not settle.</source>
   <translation>표가 바뀌는 느리기. 안정되지 않으면 올리세요.</translation>
  </message>
  <message>
   <source>How steep the fall of density is at a cluster's border.</source>
   <translation>클러스터 경계에서 밀도가 떨어지는 가파름입니다.</translation>
  </message>
  <message>
   <source>How the first centres are chosen.</source>
   <translation>첫 중심을 고르는 방법입니다.</translation>
  </message>
  <message>
   <source>How the learning rate goes over the run.</source>
   <translation>실행하는 동안 학습률이 변하는 방식입니다.</translation>
  </message>
  <message>
   <source>Images vote for which of them stand for the others; finds the number of clusters itself.</source>
   <translation>어느 이미지가 나머지를 대표할지 투표합니다. 클러스터 수를 스스로 찾습니다.</translation>
  </message>
  <message>
   <source>In no cluster</source>
   <translation>클러스터 없음</translation>
  </message>
  <message>
   <source>In no part</source>
   <translation>세트 없음</translation>
  </message>
  <message>
   <source>In the first {0} the last layer learns alone; in the other {1} all weights do.</source>
   <translation>처음 {0}에포크는 마지막 층만, 나머지 {1}에포크는 모든 가중치가 배웁니다.</translation>
  </message>
  <message>
   <source>In the last {0} epochs the valid accuracy went up and down by {1} points (standard deviation), so which epoch was best is chance.</source>
   <translation>마지막 {0}에포크 동안 검증 정확도가 {1}점(표준편차) 오르내려, 어느 에포크가 최고인지는 우연입니다.</translation>
  </message>
  <message>
   <source>In the place of the fine-tuned network this is its head, on the features that it starts from: a slice through all of its weights takes many minutes without a graphics card. The whole network can be chosen for it.</source>
   <translation>미세 조정한 네트워크 대신 시작 특징 위의 헤드를 그렸습니다. 모든 가중치를 지나는 단면은 그래픽 카드 없이는 몇 분씩 걸립니다. 네트워크 전체를 고를 수도 있습니다.</translation>
  </message>
  <message>
   <source>Input size</source>
   <translation>입력 크기</translation>
  </message>
  <message>
   <source>It took longer than {0} seconds.</source>
   <translation>{0}초보다 오래 걸렸습니다.</translation>
  </message>
  <message>
   <source>It was stopped before its first epoch ended, so nothing was looked at in valid yet.</source>
   <translation>첫 에포크가 끝나기 전에 중지되어 검증에서 본 것이 없습니다.</translation>
  </message>
  <message>
   <source>Joins the two nearest clusters again and again until k are left. Shapes need not be round.</source>
   <translation>k개가 남을 때까지 가장 가까운 두 클러스터를 합칩니다. 둥글지 않아도 됩니다.</translation>
  </message>
  <message>
   <source>K-Means</source>
   <translation>K-평균</translation>
  </message>
  <message>
   <source>K-Means on small random batches: a little looser, many times faster. For tens of thousands.</source>
   <translation>작은 무작위 배치로 하는 K-평균. 조금 느슨하지만 몇 배 빠릅니다. 수만 장에 알맞습니다.</translation>
  </message>
  <message>
   <source>Label smoothing</source>
   <translation>라벨 스무딩</translation>
  </message>
  <message>
   <source>Label some images of at least two kinds first: suggestions are learned from them ({0} a label now).</source>
   <translation>먼저 두 가지 이상에 라벨을 몇 개 붙이세요. 거기서 제안을 배웁니다(지금 {0} 라벨이 있음).</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>학습률</translation>
  </message>
  <message>
   <source>Let the rate fall to the end (one-cycle or cosine), or choose a larger batch.</source>
   <translation>학습률이 끝까지 내려가게 하거나(원사이클, 코사인) 더 큰 배치를 고르세요.</translation>
  </message>
  <message>
   <source>Like DBSCAN for regions of different density; slower.</source>
   <translation>밀도가 서로 다른 곳을 위한 DBSCAN. 더 느립니다.</translation>
  </message>
  <message>
   <source>Make a new split of all pictures together.</source>
   <translation>모든 이미지를 함께 새로 분할하세요.</translation>
  </message>
  <message>
   <source>Make some clusters first</source>
   <translation>먼저 클러스터를 만드세요</translation>
  </message>
  <message>
   <source>Mean Shift</source>
   <translation>평균 이동</translation>
  </message>
  <message>
   <source>Measured power {0} ({1}–{2}): nearer {3}.</source>
   <translation>측정한 지수 {0} ({1}–{2}): {3}에 더 가깝습니다.</translation>
  </message>
  <message>
   <source>Mini-Batch K-Means</source>
   <translation>미니배치 K-평균</translation>
  </message>
  <message>
   <source>Mixup</source>
   <translation>Mixup</translation>
  </message>
  <message>
   <source>Near duplicates {0}</source>
   <translation>거의 같은 이미지 {0}</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <source>No backup could be made. {0}</source>
   <translation>백업을 만들지 못했습니다. {0}</translation>
  </message>
  <message>
   <source>No licence is known of {0}</source>
   <translation>{0}의 라이선스를 알 수 없습니다</translation>
  </message>
  <message>
   <source>No near duplicates</source>
   <translation>거의 같은 이미지 없음</translation>
  </message>
  <message>
   <source>No page was named. Give the address of at least one.</source>
   <translation>페이지 주소가 없습니다. 하나 이상 입력하세요.</translation>
  </message>
  <message>
   <source>No picture came from a folder below the one that was imported, so no folder names a label.</source>
   <translation>가져온 폴더 아래의 폴더에서 온 이미지가 없어, 라벨이 될 폴더 이름이 없습니다.</translation>
  </message>
  <message>
   <source>No picture has a label</source>
   <translation>라벨이 있는 이미지가 없습니다</translation>
  </message>
  <message>
   <source>No picture was found there. Choose a folder or files with pictures.</source>
   <translation>이미지를 찾지 못했습니다. 이미지가 든 폴더나 파일을 고르세요.</translation>
  </message>
  <message>
   <source>No power can be measured: fewer than three batch sizes have their best rate inside the grid.</source>
   <translation>지수를 잴 수 없습니다. 최적 학습률이 격자 안에 있는 배치 크기가 셋보다 적습니다.</translation>
  </message>
  <message>
   <source>No tile of the {0} shows a subject. Keep the empty ones, or choose larger tiles.</source>
   <translation>타일 {0}개 중 피사체가 있는 것이 없습니다. 빈 타일을 남기거나 더 큰 타일을 고르세요.</translation>
  </message>
  <message>
   <source>Noise scale {0} at epoch {1}: up to about {2} frames a batch, each more frame still saves steps; beyond it hardly.</source>
   <translation>에포크 {1}의 노이즈 스케일 {0}: 배치당 약 {2}프레임까지는 프레임을 늘릴수록 스텝이 줄고, 그 위로는 거의 줄지 않습니다.</translation>
  </message>
  <message>
   <source>Not all that is prepared could be removed: {0}. Close other windows and try again.</source>
   <translation>준비해 둔 것을 모두 지우지 못했습니다: {0}. 다른 창을 닫고 다시 시도하세요.</translation>
  </message>
  <message>
   <source>Not searched yet</source>
   <translation>아직 검사하지 않음</translation>
  </message>
  <message>
   <source>Nothing noticed</source>
   <translation>특이점 없음</translation>
  </message>
  <message>
   <source>Nothing was left there.</source>
   <translation>아무것도 남기지 않았습니다.</translation>
  </message>
  <message>
   <source>OPTICS</source>
   <translation>OPTICS</translation>
  </message>
  <message>
   <source>OR has nothing after it</source>
   <translation>OR 뒤에 아무것도 없습니다</translation>
  </message>
  <message>
   <source>OR has nothing before it</source>
   <translation>OR 앞에 아무것도 없습니다</translation>
  </message>
  <message>
   <source>Of the tiles of a picture all are looked at, and the mean of their probabilities counts.</source>
   <translation>한 이미지의 타일을 모두 보고, 확률의 평균을 씁니다.</translation>
  </message>
  <message>
   <source>Off. It helps long runs on many pictures; below some 20,000 it seldom does.</source>
   <translation>끔. 많은 이미지로 오래 학습할 때 도움이 됩니다. 약 20,000장 아래에서는 드뭅니다.</translation>
  </message>
  <message>
   <source>Off. Like mixup, it is for long runs on many pictures.</source>
   <translation>끔. mixup처럼 많은 이미지로 오래 학습할 때 씁니다.</translation>
  </message>
  <message>
   <source>Off: a single odd batch can throw the weights far off.</source>
   <translation>끔: 이상한 배치 하나가 가중치를 멀리 던질 수 있습니다.</translation>
  </message>
  <message>
   <source>Off: every epoch sees the same pixels, and learns them by heart sooner.</source>
   <translation>끔: 에포크마다 같은 픽셀을 보아 더 빨리 외웁니다.</translation>
  </message>
  <message>
   <source>Off: the features of each picture as it is.</source>
   <translation>끔: 이미지 그대로의 특징.</translation>
  </message>
  <message>
   <source>Off: the label is taken as certain, and losses can be compared between runs.</source>
   <translation>끔: 라벨을 확실한 것으로 보며, 실행끼리 손실을 비교할 수 있습니다.</translation>
  </message>
  <message>
   <source>Off: the run goes to its end, and the weights of its best epoch are kept anyway.</source>
   <translation>끔: 실행은 끝까지 가고, 어쨌든 최고 에포크의 가중치를 남깁니다.</translation>
  </message>
  <message>
   <source>Off: valid looks at the weights as they are.</source>
   <translation>끔: 검증은 가중치를 그대로 봅니다.</translation>
  </message>
  <message>
   <source>On other machines a study works with Quick, whose features go there. Choose Quick, or 'ray' for all cores of this machine, or train the folds as runs (--fold all).</source>
   <translation>다른 컴퓨터에서는 특징을 보내는 빠른 학습으로만 실험할 수 있습니다. 빠른 학습을 고르거나, 이 컴퓨터의 모든 코어는 'ray'를, 또는 폴드를 실행으로 학습하세요 (--fold all).</translation>
  </message>
  <message>
   <source>One frame is {0} points; the batch sizes have {1} to {2} right of {3}{4}.</source>
   <translation>프레임 하나가 {0}점입니다. 배치 크기에 따라 정답은 {1}~{2}/{3}{4}.</translation>
  </message>
  <message>
   <source>One picture of {0} in valid is {1} % of its accuracy.</source>
   <translation>검증 {0}장 중 한 장이 정확도 {1} %입니다.</translation>
  </message>
  <message>
   <source>Only the head learned, and its loss is convex: there is one valley, and no barrier between two restarts. What differs is how far along it each one came.</source>
   <translation>헤드만 배웠고 그 손실은 볼록합니다. 골짜기가 하나여서 두 재시작 사이에 장벽이 없습니다. 다른 것은 얼마나 내려왔는가뿐입니다.</translation>
  </message>
  <message>
   <source>Only {0} can be compared. Label and divide at least 20 first.</source>
   <translation>비교할 수 있는 것이 {0}뿐입니다. 먼저 20개 이상 라벨을 붙이고 분할하세요.</translation>
  </message>
  <message>
   <source>Openly licensed pictures of Flickr, museums and other collections. At most 240 for a search.</source>
   <translation>Flickr, 박물관 등의 자유 라이선스 이미지. 검색당 최대 240장.</translation>
  </message>
  <message>
   <source>Optimiser</source>
   <translation>옵티마이저</translation>
  </message>
  <message>
   <source>Parquet files are written by the package pyarrow, which is not here: choose another format. Where Winnow was installed by pip, 'pip install winnow[parquet]' adds it; Winnow from an installer comes without it.</source>
   <translation>Parquet 파일을 쓰는 pyarrow가 여기에 없습니다. 다른 형식을 고르세요. pip로 설치한 Winnow에는 'pip install winnow[parquet]'로 더할 수 있고, 설치 프로그램으로 설치한 Winnow에는 들어 있지 않습니다.</translation>
  </message>
  <message>
   <source>Photographs of animals and plants in the wild, by the name of a species or a group. Few pets.</source>
   <translation>야생의 동물과 식물 사진을 종이나 무리의 이름으로 찾습니다. 반려동물은 적습니다.</translation>
  </message>
  <message>
   <source>Pictures in valid: {0}, so {1} points between two runs may be chance.</source>
   <translation>검증이 {0}장이어서 두 실행의 {1}점 차이는 우연일 수 있습니다.</translation>
  </message>
  <message>
   <source>Pictures of Wikipedia and its sister projects, all under free licences.</source>
   <translation>위키백과와 자매 프로젝트의 이미지, 모두 자유 라이선스.</translation>
  </message>
  <message>
   <source>Prefer large, lasting clusters (eom) or small, even ones (leaf).</source>
   <translation>크고 오래가는 클러스터(eom) 또는 작고 고른 클러스터(leaf).</translation>
  </message>
  <message>
   <source>Processor: {0}</source>
   <translation>프로세서: {0}</translation>
  </message>
  <message>
   <source>Pulls weights towards zero a little at each step; biases and normalisation are left alone.{0}{1}</source>
   <translation>스텝마다 가중치를 0쪽으로 조금 당깁니다. 편향과 정규화는 그대로 둡니다.{0}{1}</translation>
  </message>
  <message>
   <source>Quick trains a head on stored features, which this machine does in seconds: no cluster is used.</source>
   <translation>빠른 학습은 저장된 특징으로 헤드를 학습하며 이 컴퓨터에서 몇 초면 됩니다. 클러스터는 쓰지 않습니다.</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>레시피</translation>
  </message>
  <message>
   <source>Reduce the features to so many principal components first; 0 takes them as they are. Distances say little in a thousand dimensions, so methods that look at density want few.</source>
   <translation>먼저 특징을 이만큼의 주성분으로 줄입니다. 0이면 그대로 씁니다. 천 차원에서는 거리가 말해 주는 것이 적어, 밀도를 보는 방법은 적은 수를 원합니다.</translation>
  </message>
  <message>
   <source>Regions where images lie within a distance of each other; leaves strays out.</source>
   <translation>서로 일정 거리 안에 이미지가 모인 곳. 외톨이는 뺍니다.</translation>
  </message>
  <message>
   <source>Rises evenly for {0} of the steps, then falls along a cosine to nothing at the end.</source>
   <translation>스텝의 {0} 동안 고르게 오른 뒤 코사인을 따라 끝에서 0이 됩니다.</translation>
  </message>
  <message>
   <source>Rises for {0} of the steps, then falls to almost nothing by the last one: the run must go to its end to be at its best.</source>
   <translation>스텝의 {0} 동안 오른 뒤 마지막에 거의 0으로 떨어집니다. 끝까지 가야 가장 좋습니다.</translation>
  </message>
  <message>
   <source>Round clusters of similar spread about k centres. Fast, and a good first try.</source>
   <translation>k개 중심 둘레의 비슷하게 퍼진 둥근 클러스터. 빠르고, 첫 시도로 좋습니다.</translation>
  </message>
  <message>
   <source>Schedule</source>
   <translation>스케줄</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <source>Shares of 64 colours; tells scenes, not things.</source>
   <translation>64색의 비율. 사물이 아니라 장면을 구분합니다.</translation>
  </message>
  <message>
   <source>Small CNN</source>
   <translation>작은 CNN</translation>
  </message>
  <message>
   <source>Small and fast.</source>
   <translation>작고 빠릅니다.</translation>
  </message>
  <message>
   <source>So many pictures make one step: {0} an epoch. Small batches learn more from few pictures, large ones keep the processor busier.</source>
   <translation>한 스텝에 쓰는 이미지 수로, 에포크당 {0}입니다. 작은 배치는 적은 이미지에서 더 배우고, 큰 배치는 프로세서를 더 바쁘게 합니다.</translation>
  </message>
  <message>
   <source>Spectral</source>
   <translation>스펙트럼</translation>
  </message>
  <message>
   <source>Splits the loosest cluster in two until there are k: more even sizes, and a family tree.</source>
   <translation>가장 느슨한 클러스터를 k개가 될 때까지 둘로 나눕니다. 크기가 더 고르고 가계도가 생깁니다.</translation>
  </message>
  <message>
   <source>Squares, {0}, would lie on each other in so long a picture, so there are {1}. Choose the picture's shape to have {2}.</source>
   <translation>이렇게 긴 이미지에서는 정사각형 {0}이 서로 겹치므로 {1}입니다. {2}로 하려면 이미지 모양을 고르세요.</translation>
  </message>
  <message>
   <source>Stays the same, so a run can be made longer; it ends less settled than others.</source>
   <translation>그대로이므로 실행을 늘릴 수 있지만, 끝에서 덜 안정됩니다.</translation>
  </message>
  <message>
   <source>Steps follow the gradient with Nesterov momentum {0}. It wants a learning rate 10 to 100 times that of AdamW.</source>
   <translation>그래디언트를 네스테로프 모멘텀 {0}(으)로 따릅니다. AdamW의 10~100배 학습률이 필요합니다.</translation>
  </message>
  <message>
   <source>Stopped early: no epoch since number {0} was better.</source>
   <translation>조기 종료: {0}번 에포크 뒤로 나아지지 않았습니다.</translation>
  </message>
  <message>
   <source>Stored features of {0} in {1} are damaged, so they were not used. Start again: they are computed anew. If it happens again, check the disk.</source>
   <translation>{1}에 저장된 {0}의 특징이 손상되어 쓰지 않았습니다. 다시 시작하면 새로 계산합니다. 또 일어나면 디스크를 점검하세요.</translation>
  </message>
  <message>
   <source>Stored views</source>
   <translation>저장할 변형</translation>
  </message>
  <message>
   <source>System: {0}</source>
   <translation>시스템: {0}</translation>
  </message>
  <message>
   <source>That is strong.</source>
   <translation>이것은 강합니다.</translation>
  </message>
  <message>
   <source>That is very few steps: more epochs or a smaller batch let it learn more.</source>
   <translation>스텝이 매우 적습니다. 에포크를 늘리거나 배치를 줄이면 더 배웁니다.</translation>
  </message>
  <message>
   <source>The Drive folder '{0}' is empty, or not shared with everybody.</source>
   <translation>Drive 폴더 '{0}'이(가) 비었거나 모두에게 공유되지 않았습니다.</translation>
  </message>
  <message>
   <source>The Drive folder {0} cannot be read: {1}.</source>
   <translation>Drive 폴더 {0}을(를) 읽을 수 없습니다: {1}.</translation>
  </message>
  <message>
   <source>The backup {0} cannot be used ({1}). Choose another one.</source>
   <translation>백업 {0}을(를) 쓸 수 없습니다({1}). 다른 것을 고르세요.</translation>
  </message>
  <message>
   <source>The backup {0} is damaged and cannot be brought back. It may be deleted; a new one is made by 'winnow doctor --back-up'.</source>
   <translation>백업 {0}이(가) 손상되어 복원할 수 없습니다. 지워도 됩니다. 'winnow doctor --back-up'으로 새로 만드세요.</translation>
  </message>
  <message>
   <source>The cluster at {0} cannot be used ({1}). Check that it is running, that its Python and Ray are the same versions as here, and that the address is right; or choose this machine.</source>
   <translation>클러스터 {0}을(를) 쓸 수 없습니다({1}). 실행 중인지, Python과 Ray 버전이 여기와 같은지, 주소가 맞는지 확인하거나 이 컴퓨터를 고르세요.</translation>
  </message>
  <message>
   <source>The database is damaged: {0}. 'winnow doctor --repair' brings back a backup.</source>
   <translation>데이터베이스가 손상되었습니다: {0}. 'winnow doctor --repair'로 백업을 복원하세요.</translation>
  </message>
  <message>
   <source>The device {0} is not there or cannot train. The run goes on the processor instead, which is slower.</source>
   <translation>장치 {0}이(가) 없거나 학습할 수 없습니다. 대신 더 느린 프로세서로 계속합니다.</translation>
  </message>
  <message>
   <source>The disk of {0} has only {1} MB left. What was running is held, so that your own work can still be saved. Free some space on it, then let it go on.</source>
   <translation>{0}의 디스크에 {1}MB만 남았습니다. 하던 작업을 저장할 수 있도록 실행 중이던 작업을 멈춰 두었습니다. 디스크 공간을 비운 뒤 계속하세요.</translation>
  </message>
  <message>
   <source>The disk of {0} is full. What you did is saved, in space that was kept for this; before long nothing more can be. Free some space on it now.</source>
   <translation>{0}의 디스크가 가득 찼습니다. 방금 한 일은 이를 위해 남겨 둔 공간에 저장했지만 곧 더는 저장할 수 없습니다. 지금 디스크 공간을 비우세요.</translation>
  </message>
  <message>
   <source>The disk of {0} is full{1}. Free some space on it, then try again.</source>
   <translation>{0}의 디스크가 가득 찼습니다{1}. 공간을 비우고 다시 시도하세요.</translation>
  </message>
  <message>
   <source>The export to {0} could not be written: {1}. {2}</source>
   <translation>{0}(으)로 내보내지 못했습니다: {1}. {2}</translation>
  </message>
  <message>
   <source>The exported model says something else than the trained one: for {0} a probability differs by {1}, where {2} is allowed. Nothing was exported. Train the run again.</source>
   <translation>내보낸 모델의 답이 학습한 모델과 다릅니다. {0}의 확률이 {1} 다르며 허용치는 {2}입니다. 내보내지 않았습니다. 다시 학습하세요.</translation>
  </message>
  <message>
   <source>The features of {0} of each of the {1} pictures are taken once and kept; each epoch draws one of them, or the picture as it is.</source>
   <translation>학습 이미지 {1}장마다 {0}의 특징을 한 번 구해 저장합니다. 에포크마다 그중 하나나 원래 이미지를 뽑습니다.</translation>
  </message>
  <message>
   <source>The fewest images that make a cluster.</source>
   <translation>클러스터가 되는 최소 이미지 수입니다.</translation>
  </message>
  <message>
   <source>The field's old standard; slow without a GPU.</source>
   <translation>이 분야의 오랜 표준. GPU 없이는 느립니다.</translation>
  </message>
  <message>
   <source>The field's usual first network without pretraining; its start is made for small pictures where they are.</source>
   <translation>사전 학습 없이 흔히 쓰는 첫 네트워크. 이미지가 작으면 입력부도 작은 이미지에 맞춥니다.</translation>
  </message>
  <message>
   <source>The filter cannot be read at {0}: {1}.</source>
   <translation>필터의 {0}번째 글자에서 읽을 수 없습니다: {1}.</translation>
  </message>
  <message>
   <source>The frame {0},{1},{2},{3} has no area.</source>
   <translation>프레임 {0},{1},{2},{3}에 넓이가 없습니다.</translation>
  </message>
  <message>
   <source>The highest accuracy was {0}, at epoch {1}, but with {2} in valid the difference is no more than chance.</source>
   <translation>가장 높은 정확도는 {1}에포크의 {0}였지만, 검증이 {2}장이면 그 차이는 우연에 지나지 않습니다.</translation>
  </message>
  <message>
   <source>The label '{0}'</source>
   <translation>라벨 '{0}'</translation>
  </message>
  <message>
   <source>The label counts {0} and the other classes {1} each: less overconfident, but the training loss cannot come near 0, nor be compared with a run without.</source>
   <translation>라벨은 {0}, 다른 클래스는 저마다 {1}(으)로 셉니다. 지나친 확신이 줄지만 학습 손실이 0에 가까워질 수 없고, 이것 없는 실행과 비교할 수 없습니다.</translation>
  </message>
  <message>
   <source>The label name {0} cannot be used: {1}.</source>
   <translation>라벨 이름 {0}을(를) 쓸 수 없습니다: {1}.</translation>
  </message>
  <message>
   <source>The label {0} is still on {1}. Give them another label first.</source>
   <translation>라벨 {0}이(가) 아직 {1}에 붙어 있습니다. 먼저 다른 라벨을 붙이세요.</translation>
  </message>
  <message>
   <source>The labels look shuffled: {0} of the pictures have the label of what looks most like them, and chance gives {1}.</source>
   <translation>라벨이 뒤섞인 것 같습니다. 이미지의 {0}만 가장 닮은 것과 라벨이 같고, 우연이면 {1}입니다.</translation>
  </message>
  <message>
   <source>The larger sister of Lite0.</source>
   <translation>Lite0과 같은 계열의 더 큰 네트워크입니다.</translation>
  </message>
  <message>
   <source>The largest class has {0} in train and the smallest {1}:</source>
   <translation>학습에서 가장 큰 클래스는 {0}, 가장 작은 클래스는 {1}장:</translation>
  </message>
  <message>
   <source>The largest class has {0} times the pictures of the smallest</source>
   <translation>가장 큰 클래스가 가장 작은 클래스의 {0}배</translation>
  </message>
  <message>
   <source>The largest radius of a ball; smaller makes more of them.</source>
   <translation>공의 최대 반지름. 작을수록 공이 많아집니다.</translation>
  </message>
  <message>
   <source>The last action was not saved. {0}</source>
   <translation>마지막 동작이 저장되지 않았습니다. {0}</translation>
  </message>
  <message>
   <source>The last layer learns at {0}, falling layer by layer to {1} at the first, which knows edges and colours already.</source>
   <translation>마지막 층은 {0}, 층마다 낮아져 윤곽과 색을 이미 아는 첫 층은 {1}(으)로 배웁니다.</translation>
  </message>
  <message>
   <source>The learning rate had not come down yet, as it does by the end of this schedule: a run of {0} may well be better than this one.</source>
   <translation>이 스케줄이 끝에서 낮추는 학습률이 아직 낮아지지 않았습니다. {0}짜리 실행이 더 나을 수 있습니다.</translation>
  </message>
  <message>
   <source>The learning rate of {0} is too high: the train loss rose to {1}, and guessing gives {2}.</source>
   <translation>학습률 {0}은(는) 너무 높습니다. 학습 손실이 {1}(으)로 올랐고, 추측은 {2}입니다.</translation>
  </message>
  <message>
   <source>The learning rate of {0} is too low: the loss was still falling at an even pace when the run ended, from {1} to {2}.</source>
   <translation>학습률 {0}은(는) 너무 낮습니다. 실행이 끝날 때까지 손실이 {1}에서 {2}(으)로 고르게 내려가고 있었습니다.</translation>
  </message>
  <message>
   <source>The loss never fell, at no rate. Look at the labels, or let the sweep reach further.</source>
   <translation>어떤 학습률에서도 손실이 내려가지 않았습니다. 라벨을 보거나 더 멀리까지 훑으세요.</translation>
  </message>
  <message>
   <source>The loss ran away in epoch {0} at step {1}, at a learning rate of {2}. {3} What was best before is kept.</source>
   <translation>에포크 {0}의 스텝 {1}에서 손실이 발산했습니다. 학습률은 {2}. {3} 그전의 가장 좋았던 가중치는 남아 있습니다.</translation>
  </message>
  <message>
   <source>The loss ran away within the first steps. Start the sweep at a lower rate.</source>
   <translation>첫 스텝들에서 손실이 발산했습니다. 더 낮은 학습률에서 시작하세요.</translation>
  </message>
  <message>
   <source>The model in {0} cannot be read: {1}. Train it again.</source>
   <translation>{0}의 모델을 읽을 수 없습니다: {1}. 다시 학습하세요.</translation>
  </message>
  <message>
   <source>The most balls in one knot of the tree.</source>
   <translation>나무의 한 마디에 드는 최대 공 수입니다.</translation>
  </message>
  <message>
   <source>The most rounds of moving the centres.</source>
   <translation>중심을 옮기는 최대 횟수입니다.</translation>
  </message>
  <message>
   <source>The most rounds of voting.</source>
   <translation>투표의 최대 횟수입니다.</translation>
  </message>
  <message>
   <source>The most rounds through all images.</source>
   <translation>모든 이미지를 훑는 최대 횟수입니다.</translation>
  </message>
  <message>
   <source>The most rounds.</source>
   <translation>최대 횟수입니다.</translation>
  </message>
  <message>
   <source>The network gave no numbers for {0}, so their features were not kept. Start again; if it happens again, choose another network.</source>
   <translation>네트워크가 {0}에 숫자가 아닌 값을 내어 그 특징을 저장하지 않았습니다. 다시 시작하고, 또 일어나면 다른 네트워크를 고르세요.</translation>
  </message>
  <message>
   <source>The network learned the train pictures by heart: {0} right on train, {1} on valid, and the valid loss rose from {2} to {3}.</source>
   <translation>네트워크가 학습 이미지를 외웠습니다. 정답이 학습 {0}, 검증 {1}이고, 검증 손실이 {2}에서 {3}(으)로 올랐습니다.</translation>
  </message>
  <message>
   <source>The network only guesses: its loss stayed at {0}, and guessing among {1} classes gives {2}.</source>
   <translation>네트워크가 추측만 합니다. 손실이 {0}에 머물렀고, 클래스 {1}개의 추측은 {2}입니다.</translation>
  </message>
  <message>
   <source>The network stays as it is; only its last layer learns, from features that are stored once. Takes seconds, and is hard to beat with {0} (fewest in a class: {1}).</source>
   <translation>네트워크는 그대로 두고, 한 번 저장한 특징에서 마지막 층만 배웁니다. 몇 초면 되고, {0}(가장 적은 클래스: {1}장)에서는 이기기 어렵습니다.</translation>
  </message>
  <message>
   <source>The network {0} of {1} is program code that was not trusted on this computer. Read the file, and trust it in Train (or by --trust-network-file) if you know where it comes from.</source>
   <translation>{1}의 네트워크 {0}은(는) 이 컴퓨터에서 신뢰하지 않은 프로그램 코드입니다. 파일을 읽어 보고 출처를 알면 학습에서 신뢰하세요 (또는 --trust-network-file).</translation>
  </message>
  <message>
   <source>The picture at 16 × 16; what a first try would take.</source>
   <translation>16 × 16 이미지. 맨 처음 해 볼 만한 것.</translation>
  </message>
  <message>
   <source>The picture {0} cannot be read: {1}. Put it back, or reject it, and export again.</source>
   <translation>이미지 {0}을(를) 읽을 수 없습니다: {1}. 제자리에 돌려놓거나 제외한 뒤 다시 내보내세요.</translation>
  </message>
  <message>
   <source>The picture {0} cannot be read: {1}. Put it back, or reject it, and try again.</source>
   <translation>이미지 {0}을(를) 읽을 수 없습니다: {1}. 제자리에 돌려놓거나 제외한 뒤 다시 시도하세요.</translation>
  </message>
  <message>
   <source>The power is what the batch study measured on these pictures.</source>
   <translation>지수는 이 이미지로 배치 실험이 잰 값입니다.</translation>
  </message>
  <message>
   <source>The preferences could not be kept for the next start: {0}</source>
   <translation>다음 시작을 위해 환경설정을 저장하지 못했습니다: {0}</translation>
  </message>
  <message>
   <source>The process crashed on it, inside its sandbox.</source>
   <translation>격리된 프로세스가 이 파일을 처리하다가 멈췄습니다.</translation>
  </message>
  <message>
   <source>The process that {0} could not be started: {1}. Try again, or restart Winnow.</source>
   <translation>{0} 프로세스를 시작하지 못했습니다: {1}. 다시 시도하거나 Winnow를 다시 시작하세요.</translation>
  </message>
  <message>
   <source>The project cannot be opened. {0}</source>
   <translation>프로젝트를 열 수 없습니다. {0}</translation>
  </message>
  <message>
   <source>The project could not be unpacked into {0}: {1}. Nothing was left there.</source>
   <translation>프로젝트를 {0}에 풀지 못했습니다: {1}. 거기에는 아무것도 남지 않았습니다.</translation>
  </message>
  <message>
   <source>The project names a picture {0}, which is no file of {1}, so it is not read. The database is damaged or was made to harm; 'winnow doctor' looks at the rest of it.</source>
   <translation>프로젝트가 이미지를 {0}(이)라고 부르지만 {1}의 파일이 아니므로 읽지 않습니다. 데이터베이스가 손상되었거나 해를 끼치려고 만들어졌습니다. 나머지는 'winnow doctor'가 검사합니다.</translation>
  </message>
  <message>
   <source>The question was given up.</source>
   <translation>요청을 취소했습니다.</translation>
  </message>
  <message>
   <source>The rate is too high for these pictures: train again with a lower one, such as {0}.</source>
   <translation>이 이미지에는 학습률이 너무 높습니다. {0} 같은 낮은 값으로 다시 학습하세요.</translation>
  </message>
  <message>
   <source>The sample site cannot be served at {0}:{1} ({2}); some other program uses that port, often for moments only. Try again in a minute.</source>
   <translation>샘플 사이트를 {0}:{1}에서 열 수 없습니다({2}). 다른 프로그램이 그 포트를 쓰고 있으며 대개 잠깐입니다. 잠시 뒤 다시 하세요.</translation>
  </message>
  <message>
   <source>The shape of the network, and for Quick and Fine-tune what it has learned before. Larger is slower.</source>
   <translation>네트워크의 모양과, 빠른 학습과 미세 조정에서는 이미 배운 것. 클수록 느립니다.</translation>
  </message>
  <message>
   <source>The source {0} was not fetched from the network. Import it again instead.</source>
   <translation>출처 {0}은(는) 네트워크에서 받은 것이 아닙니다. 다시 가져오세요.</translation>
  </message>
  <message>
   <source>The split in force has no fold {0}: {1}.</source>
   <translation>현재 분할에는 폴드 {0}이(가) 없습니다: {1}.</translation>
  </message>
  <message>
   <source>The split of this run has no test part. Make a split with one, and train again.</source>
   <translation>이 실행의 분할에는 테스트 세트가 없습니다. 테스트가 있게 분할하고 다시 학습하세요.</translation>
  </message>
  <message>
   <source>The weights as they were then are kept.</source>
   <translation>그때의 가중치를 남겼습니다.</translation>
  </message>
  <message>
   <source>The weights of epoch {0} are kept: it is one of the {1} that are equally good. {2}</source>
   <translation>{0}에포크의 가중치를 남깁니다: 똑같이 좋은 {1}개 가운데 하나입니다. {2}</translation>
  </message>
  <message>
   <source>The weights of epoch {0} are kept: its accuracy on valid, {1}, is the highest.</source>
   <translation>{0}에포크의 가중치를 남깁니다: 검증 정확도 {1}가 가장 높습니다.</translation>
  </message>
  <message>
   <source>The weights of epoch {0} are kept: its loss on valid is the lowest of the {1} that are equally good. {2}</source>
   <translation>{0}에포크의 가중치를 남깁니다: 똑같이 좋은 {1}개 가운데 검증 손실이 가장 낮습니다. {2}</translation>
  </message>
  <message>
   <source>The weights of {0} are not on this computer. Start again with a connection to the internet, or choose a network that comes with Winnow: EfficientNet-Lite0 or Lite2.</source>
   <translation>{0}의 가중치가 이 컴퓨터에 없습니다. 인터넷에 연결하고 다시 시작하거나, Winnow에 든 네트워크 EfficientNet-Lite0나 Lite2를 고르세요.</translation>
  </message>
  <message>
   <source>The whole run has {0}: choose a smaller value, or the mean remembers its beginning.</source>
   <translation>실행 전체가 {0}스텝입니다. 더 작은 값을 고르세요. 아니면 평균이 처음을 기억합니다.</translation>
  </message>
  <message>
   <source>The work failed: {0}: {1}</source>
   <translation>작업 실패: {0}: {1}</translation>
  </message>
  <message>
   <source>The working process ended unexpectedly (code {0}); often the memory ran out. Close other programs, or choose a smaller batch, and start again.</source>
   <translation>작업 프로세스가 뜻밖에 끝났습니다 (코드 {0}). 대개 메모리 부족입니다. 다른 프로그램을 닫거나 더 작은 배치로 다시 시작하세요.</translation>
  </message>
  <message>
   <source>There are no clusters yet. Make some first (by 'winnow cluster').</source>
   <translation>아직 클러스터가 없습니다. 먼저 만드세요 (또는 'winnow cluster').</translation>
  </message>
  <message>
   <source>There are no features called {0}. Choose one of these: {1}.</source>
   <translation>{0}(이)라는 특징이 없습니다. 다음 중에서 고르세요: {1}.</translation>
  </message>
  <message>
   <source>There are no pictures to cluster yet. Import some first.</source>
   <translation>아직 클러스터링할 이미지가 없습니다. 먼저 가져오세요.</translation>
  </message>
  <message>
   <source>There are no weights yet: go on with it, or train a new run.</source>
   <translation>아직 가중치가 없습니다. 이어서 하거나 새로 학습하세요.</translation>
  </message>
  <message>
   <source>There is no backup {0} of {1} that can be read. 'winnow doctor' lists those.</source>
   <translation>{1}의 백업 {0}을(를) 읽을 수 없습니다. 'winnow doctor'가 백업 목록을 보여 줍니다.</translation>
  </message>
  <message>
   <source>There is no class {0} in it. It has: {1}.</source>
   <translation>클래스 {0}이(가) 없습니다. 있는 것: {1}.</translation>
  </message>
  <message>
   <source>There is no cluster {0}. {1}.</source>
   <translation>클러스터 {0}이(가) 없습니다. {1}.</translation>
  </message>
  <message>
   <source>There is no cluster {0}: choose 1 to {1}.</source>
   <translation>클러스터 {0}이(가) 없습니다. 1~{1} 중에서 고르세요.</translation>
  </message>
  <message>
   <source>There is no device {0} here that can train. Choose 'auto' or 'cpu'.</source>
   <translation>학습할 수 있는 장치 {0}이(가) 없습니다. 'auto'나 'cpu'를 고르세요.</translation>
  </message>
  <message>
   <source>There is no engine {0}. Choose 'local' for this machine, 'ray' for all of its cores, or the address of a Ray cluster, such as ray://192.168.1.20:10001.</source>
   <translation>엔진 {0}이(가) 없습니다. 이 컴퓨터는 'local', 모든 코어는 'ray', 또는 ray://192.168.1.20:10001 같은 Ray 클러스터 주소를 고르세요.</translation>
  </message>
  <message>
   <source>There is no label {0}. Choose one of these: {1}.</source>
   <translation>라벨 {0}이(가) 없습니다. 다음 중에서 고르세요: {1}.</translation>
  </message>
  <message>
   <source>There is no label {0}. Choose {1}.</source>
   <translation>라벨 {0}이(가) 없습니다. {1} 중에서 고르세요.</translation>
  </message>
  <message>
   <source>There is no method {0}. Choose one of these: {1}.</source>
   <translation>방법 {0}이(가) 없습니다. 다음 중에서 고르세요: {1}.</translation>
  </message>
  <message>
   <source>There is no network called {0}. Choose one of: {1}.</source>
   <translation>네트워크 {0}이(가) 없습니다. 다음 중에서 고르세요: {1}.</translation>
  </message>
  <message>
   <source>There is no search called '{0}'. Choose one of {1}.</source>
   <translation>'{0}'(이)라는 검색이 없습니다. {1} 중에서 고르세요.</translation>
  </message>
  <message>
   <source>There is no split yet. Make one in Split first (or by 'winnow split').</source>
   <translation>아직 분할이 없습니다. 먼저 분할에서 만드세요 (또는 'winnow split').</translation>
  </message>
  <message>
   <source>There is no {0} {1} in this project.</source>
   <translation>이 프로젝트에 {0} {1}이(가) 없습니다.</translation>
  </message>
  <message>
   <source>There is no {0}. Give at least one.</source>
   <translation>{0}이(가) 없습니다. 하나 이상 주세요.</translation>
  </message>
  <message>
   <source>There is not enough memory for {0} at a time: each batch is learned in pieces of {1} from now on, {2}, so the learning rate stays {3}.</source>
   <translation>{0}씩은 메모리가 부족합니다. 이제부터 배치를 {1}장씩 나누어 배웁니다. {2}. 학습률은 그대로 {3}입니다.</translation>
  </message>
  <message>
   <source>There is not enough memory on {0} to train with even one picture at a time. Close other programs or choose a smaller input size, and train again.</source>
   <translation>{0}에 이미지 한 장도 학습할 메모리가 없습니다. 다른 프로그램을 닫거나 더 작은 입력 크기로 다시 학습하세요.</translation>
  </message>
  <message>
   <source>There is nothing to search for. Give at least one word.</source>
   <translation>검색할 것이 없습니다. 단어를 하나 이상 입력하세요.</translation>
  </message>
  <message>
   <source>This is a slice: two directions out of all. What looks like a wall may have a way round it in a direction that is not shown, and what looks flat may be steep in another. Only heights on the same surface can be compared.</source>
   <translation>이것은 단면입니다: 모든 방향 중 둘. 벽으로 보이는 것도 보이지 않는 방향으로 돌아갈 길이 있을 수 있고, 평평해 보여도 다른 방향으로는 가파를 수 있습니다. 같은 곡면의 높이만 비교할 수 있습니다.</translation>
  </message>
  <message>
   <source>This picture has too few pixels for tiles of {0}: some would be the same, so there are {1}.</source>
   <translation>이 이미지는 타일 {0}에는 픽셀이 모자랍니다: 몇 개가 같아지므로 {1}입니다.</translation>
  </message>
  <message>
   <source>This schedule is at its best at its end, which a stop before it never reaches: train again with fewer epochs instead.</source>
   <translation>이 스케줄은 끝에서 가장 좋은데, 먼저 멈추면 끝에 이르지 못합니다. 에포크를 줄여 다시 학습하세요.</translation>
  </message>
  <message>
   <source>Thumbnails could not be stored. {0}</source>
   <translation>섬네일을 저장하지 못했습니다. {0}</translation>
  </message>
  <message>
   <source>Tiles cannot share {0} of their edge: choose 0 to 90 %.</source>
   <translation>타일은 한 변의 {0}만큼 겹칠 수 없습니다. 0~90 % 중에서 고르세요.</translation>
  </message>
  <message>
   <source>Tiles of {0} pixels cannot be laid.</source>
   <translation>{0}픽셀 타일은 놓을 수 없습니다.</translation>
  </message>
  <message>
   <source>Tiles of {0} pixels would be {1} x {2}</source>
   <translation>{0}픽셀 타일이면 {1} x {2}개입니다</translation>
  </message>
  <message>
   <source>To come to an end in minutes, each restart learned from {0} of {1} train pictures.</source>
   <translation>몇 분 안에 끝내려고 재시작마다 학습 이미지 {1}장 중 {0}장에서 배웠습니다.</translation>
  </message>
  <message>
   <source>Tol bright</source>
   <translation>Tol bright</translation>
  </message>
  <message>
   <source>Tol muted</source>
   <translation>Tol muted</translation>
  </message>
  <message>
   <source>Tol vibrant</source>
   <translation>Tol vibrant</translation>
  </message>
  <message>
   <source>Too few batches: an epoch has {0} of {1}, and a sweep needs at least {2}. Choose a smaller batch or add pictures.</source>
   <translation>배치가 너무 적습니다. 에포크에 {1}장짜리 {0}개인데 {2}개 이상 필요합니다. 더 작은 배치를 고르거나 이미지를 더하세요.</translation>
  </message>
  <message>
   <source>Too few of the split's pictures are left to train with: train and valid must have some, of two labels at least. The others were rejected or lost their labels. Make a new split in Split, and train on it.</source>
   <translation>분할에 남은 이미지가 너무 적어 학습할 수 없습니다. 학습 세트와 검증 세트에 적어도 두 라벨의 이미지가 있어야 합니다. 나머지는 제외되었거나 라벨이 없어졌습니다. 분할에서 다시 분할하고 학습하세요.</translation>
  </message>
  <message>
   <source>Train again with a tenth of the rate, or the valley of the LR finder.</source>
   <translation>학습률의 10분의 1이나 학습률 찾기의 골짜기로 다시 학습하세요.</translation>
  </message>
  <message>
   <source>Train again with ten times the rate, or the valley of the LR finder.</source>
   <translation>학습률의 10배나 학습률 찾기의 골짜기로 다시 학습하세요.</translation>
  </message>
  <message>
   <source>Train and valid are different pictures: they can be told apart with an AUC of {0}, where 0.50 is the same kind.</source>
   <translation>학습과 검증의 이미지가 다릅니다. AUC {0}(으)로 구분되며, 0.50이면 같은 종류입니다.</translation>
  </message>
  <message>
   <source>Two pictures are laid over each other, in shares drawn around alpha {0}, and so are their labels. The training accuracy means little then; look at valid.</source>
   <translation>두 이미지를 겹칩니다. 비율은 알파 {0} 둘레에서 뽑고 라벨도 섞습니다. 이때 학습 정확도는 의미가 적으니 검증을 보세요.</translation>
  </message>
  <message>
   <source>UMAP is an extra that is not here: take t-SNE. Where Winnow was installed by pip, 'pip install winnow[umap]' adds it; Winnow from an installer comes without it.</source>
   <translation>UMAP은 선택 설치이며 여기에 없습니다. t-SNE를 쓰세요. pip로 설치한 Winnow에는 'pip install winnow[umap]'로 더할 수 있고, 설치 프로그램으로 설치한 Winnow에는 들어 있지 않습니다.</translation>
  </message>
  <message>
   <source>Unequal classes</source>
   <translation>불균형 클래스</translation>
  </message>
  <message>
   <source>Valid looks at, and the run keeps, the mean of the weights over about the last {0}.</source>
   <translation>검증이 보고 실행이 남기는 것은 대략 마지막 {0}의 가중치 평균입니다.</translation>
  </message>
  <message>
   <source>Variation</source>
   <translation>변형</translation>
  </message>
  <message>
   <source>Weight averaging</source>
   <translation>가중치 평균</translation>
  </message>
  <message>
   <source>Weight decay</source>
   <translation>가중치 감쇠</translation>
  </message>
  <message>
   <source>What 'nearest' means: least growth of spread (ward), mean distance, farthest or nearest pair.</source>
   <translation>'가까움'의 뜻: 퍼짐이 가장 적게 늘 때(ward), 평균 거리, 가장 먼 쌍이나 가까운 쌍.</translation>
  </message>
  <message>
   <source>What joins two images: being near neighbours, or a bell curve of their distance.</source>
   <translation>두 이미지를 잇는 기준: 가까운 이웃이거나, 거리의 종 모양 곡선.</translation>
  </message>
  <message>
   <source>Where it trains; if that is not there, the processor is used, and the run says so.</source>
   <translation>학습할 곳. 없으면 프로세서를 쓰고 실행이 그렇게 알립니다.</translation>
  </message>
  <message>
   <source>Which cluster is split next: the loosest or the largest.</source>
   <translation>다음에 나눌 클러스터: 가장 느슨한 것 또는 가장 큰 것.</translation>
  </message>
  <message>
   <source>Which order, which variations, which first weights. The same seed gives the same run on one computer; the difference between {0} and {1} shows how much is luck.</source>
   <translation>순서, 변형, 첫 가중치를 정합니다. 같은 컴퓨터에서 같은 시드는 같은 실행이 됩니다. {0}와(과) {1}의 차이가 운의 크기를 보여 줍니다.</translation>
  </message>
  <message>
   <source>Which share of all distances counts as near, where the bandwidth is found.</source>
   <translation>대역폭을 찾을 때 가깝다고 볼 거리의 비율입니다.</translation>
  </message>
  <message>
   <source>Winnow cannot name itself {0} to servers: use ASCII letters, digits and signs only.</source>
   <translation>Winnow가 서버에 {0}(이)라고 밝힐 수 없습니다. ASCII 글자, 숫자, 기호만 쓰세요.</translation>
  </message>
  <message>
   <source>With SGD, k batches of n and one of k × n go the same way if the rate is k-fold.</source>
   <translation>SGD에서는 학습률이 k배면 크기 n인 배치 k개와 크기 k × n인 배치 하나가 같은 길을 갑니다.</translation>
  </message>
  <message>
   <source>With so few pictures it guards against learning them by heart.</source>
   <translation>이미지가 이렇게 적을 때 외우지 않게 막아 줍니다.</translation>
  </message>
  <message>
   <source>Workers of a Ray cluster share every batch; batch and learning rate stay as they are. Quick is trained here all the same: it takes seconds.</source>
   <translation>Ray 클러스터의 작업자들이 배치마다 나누어 맡습니다. 배치와 학습률은 그대로입니다. 빠른 학습은 몇 초면 되므로 어차피 여기서 학습합니다.</translation>
  </message>
  <message>
   <source>Working on a cluster needs Ray, which is not here. Where Winnow was installed by pip, 'pip install winnow[cluster]' adds it; Winnow from an installer comes without it.</source>
   <translation>클러스터 작업에는 Ray가 필요한데 여기에 없습니다. pip로 설치한 Winnow에는 'pip install winnow[cluster]'로 더할 수 있고, 설치 프로그램으로 설치한 Winnow에는 들어 있지 않습니다.</translation>
  </message>
  <message>
   <source>Your own class. Its code runs with your rights on this computer, so it is run only as you trusted it.</source>
   <translation>직접 만든 클래스. 코드가 이 컴퓨터에서 사용자의 권한으로 실행되므로 신뢰한 그대로만 실행합니다.</translation>
  </message>
  <message>
   <source>Your pictures are smaller (typically {0} pixels): they are enlarged, which adds no detail.</source>
   <translation>이미지가 더 작아(보통 {0}픽셀) 확대되며, 세부가 늘지는 않습니다.</translation>
  </message>
  <message>
   <source>a closing parenthesis has no opening one</source>
   <translation>여는 괄호 없이 닫는 괄호가 있습니다</translation>
  </message>
  <message>
   <source>a minus has nothing after it</source>
   <translation>빼기 뒤에 아무것도 없습니다</translation>
  </message>
  <message>
   <source>a newer Winnow has packed it; update Winnow to open it</source>
   <translation>더 새로운 Winnow가 묶은 것입니다. Winnow를 업데이트하고 여세요</translation>
  </message>
  <message>
   <source>a part of at least {0} of it</source>
   <translation>넓이의 {0} 이상인 일부</translation>
  </message>
  <message>
   <source>a quotation mark has no second one</source>
   <translation>따옴표의 짝이 없습니다</translation>
  </message>
  <message>
   <source>a runnable example</source>
   <translation>실행할 수 있는 예제</translation>
  </message>
  <message>
   <source>access denied</source>
   <translation>접근 거부</translation>
  </message>
  <message>
   <source>access is forbidden</source>
   <translation>접근 금지</translation>
  </message>
  <message>
   <source>at most {0} GiB of one archive are unpacked; split it</source>
   <translation>압축 파일 하나에서 최대 {0} GiB만 풉니다. 나누세요</translation>
  </message>
  <message>
   <source>at most {0} files of one archive are opened; split it</source>
   <translation>압축 파일 하나에서 최대 {0}개만 엽니다. 나누세요</translation>
  </message>
  <message>
   <source>before an update of the project</source>
   <translation>프로젝트 업데이트 전</translation>
  </message>
  <message>
   <source>blurred by up to {0} pixels</source>
   <translation>최대 {0}픽셀 흐림</translation>
  </message>
  <message>
   <source>by its name it is no picture but {0}; it was not downloaded</source>
   <translation>이름으로 보아 이미지가 아니라 {0}입니다. 받지 않았습니다</translation>
  </message>
  <message>
   <source>cannot read a {0}: {1}</source>
   <translation>{0}을(를) 읽을 수 없음: {1}</translation>
  </message>
  <message>
   <source>chapters</source>
   <translation>장</translation>
  </message>
  <message>
   <source>check</source>
   <translation>점검</translation>
  </message>
  <message>
   <source>choose 1 to {0}</source>
   <translation>1~{0} 중에서 고르세요</translation>
  </message>
  <message>
   <source>clusterings</source>
   <translation>클러스터링</translation>
  </message>
  <message>
   <source>clusters</source>
   <translation>클러스터</translation>
  </message>
  <message>
   <source>enough</source>
   <translation>충분합니다</translation>
  </message>
  <message>
   <source>entries in it share their bytes</source>
   <translation>안의 항목들이 같은 바이트를 씁니다</translation>
  </message>
  <message>
   <source>epochs</source>
   <translation>에포크</translation>
  </message>
  <message>
   <source>features</source>
   <translation>특징</translation>
  </message>
  <message>
   <source>few: it may be no better than Quick</source>
   <translation>적습니다. 빠른 학습보다 낫지 않을 수 있습니다</translation>
  </message>
  <message>
   <source>files</source>
   <translation>파일</translation>
  </message>
  <message>
   <source>go on in {0}</source>
   <translation>{0} 뒤에 계속하세요</translation>
  </message>
  <message>
   <source>groups</source>
   <translation>그룹</translation>
  </message>
  <message>
   <source>images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>inertia bends there</source>
   <translation>관성이 여기서 꺾임</translation>
  </message>
  <message>
   <source>is a document of Google ({0}), which is no picture</source>
   <translation>은(는) Google 문서({0})이며 이미지가 아닙니다</translation>
  </message>
  <message>
   <source>is no link: {0}</source>
   <translation>은(는) 링크가 아닙니다: {0}</translation>
  </message>
  <message>
   <source>is not a link of Google Drive</source>
   <translation>은(는) Google Drive 링크가 아닙니다</translation>
  </message>
  <message>
   <source>it answers only programs that say whom to reach: set a user agent that holds your page or mail address, and try again</source>
   <translation>연락처를 밝히는 프로그램에만 응답합니다. 사용자 에이전트에 페이지나 메일 주소를 적고 다시 하세요</translation>
  </message>
  <message>
   <source>it asks for more memory than a model of Winnow's ever takes</source>
   <translation>Winnow의 모델이 쓰는 것보다 많은 메모리를 요구합니다</translation>
  </message>
  <message>
   <source>it came at less than {0} bytes a second</source>
   <translation>초당 {0}바이트도 안 되게 왔습니다</translation>
  </message>
  <message>
   <source>it cannot be decoded ({0})</source>
   <translation>디코딩할 수 없습니다({0})</translation>
  </message>
  <message>
   <source>it cannot be unpacked ({0})</source>
   <translation>풀 수 없습니다({0})</translation>
  </message>
  <message>
   <source>it contradicts itself about its length</source>
   <translation>길이가 서로 어긋납니다</translation>
  </message>
  <message>
   <source>it does not begin with http:// or https://</source>
   <translation>http://나 https://로 시작하지 않습니다</translation>
  </message>
  <message>
   <source>it does not exist</source>
   <translation>존재하지 않습니다</translation>
  </message>
  <message>
   <source>it does not understand the search; check its words and the licence</source>
   <translation>검색을 이해하지 못합니다. 단어와 라이선스를 확인하세요</translation>
  </message>
  <message>
   <source>it does not understand the search; give the name of a species or a group</source>
   <translation>검색을 이해하지 못합니다. 종이나 무리의 이름을 주세요</translation>
  </message>
  <message>
   <source>it ended at once with code {0}</source>
   <translation>코드 {0}(으)로 바로 끝났습니다</translation>
  </message>
  <message>
   <source>it gives NaN or infinity in place of probabilities</source>
   <translation>확률 대신 NaN이나 무한대를 냅니다</translation>
  </message>
  <message>
   <source>it gives {0} {1} numbers for {2} labels</source>
   <translation>라벨 {2}개에 숫자를 {0} {1} 냅니다</translation>
  </message>
  <message>
   <source>it has control characters</source>
   <translation>제어 문자가 있습니다</translation>
  </message>
  <message>
   <source>it has labels that are not 0 to {0}</source>
   <translation>0~{0}이 아닌 라벨이 있습니다</translation>
  </message>
  <message>
   <source>it has more or fewer pixels than it says</source>
   <translation>픽셀 수가 적힌 것과 다릅니다</translation>
  </message>
  <message>
   <source>it has more than the {0} MiB that are read</source>
   <translation>읽는 한도 {0} MiB를 넘습니다</translation>
  </message>
  <message>
   <source>it has more than {0} bytes</source>
   <translation>{0}바이트를 넘습니다</translation>
  </message>
  <message>
   <source>it has more than {0} scans, as no camera writes them</source>
   <translation>스캔이 {0}개를 넘습니다. 카메라는 그렇게 쓰지 않습니다</translation>
  </message>
  <message>
   <source>it has no WebP header</source>
   <translation>WebP 머리글이 없습니다</translation>
  </message>
  <message>
   <source>it has no address</source>
   <translation>주소가 없습니다</translation>
  </message>
  <message>
   <source>it has no list of classes</source>
   <translation>클래스 목록이 없습니다</translation>
  </message>
  <message>
   <source>it has no printable character</source>
   <translation>보이는 글자가 없습니다</translation>
  </message>
  <message>
   <source>it has not one file name for each picture</source>
   <translation>이미지마다 파일 이름이 하나씩 있지 않습니다</translation>
  </message>
  <message>
   <source>it has not one label for each picture</source>
   <translation>이미지마다 라벨이 하나씩 있지 않습니다</translation>
  </message>
  <message>
   <source>it has weights of another network ({0})</source>
   <translation>다른 네트워크의 가중치입니다({0})</translation>
  </message>
  <message>
   <source>it has {0} MiB, and a batch has at most {1} MiB</source>
   <translation>{0} MiB이며, 배치는 최대 {1} MiB입니다</translation>
  </message>
  <message>
   <source>it has {0} MiB, and at most {1} MiB are opened</source>
   <translation>{0} MiB이며, 최대 {1} MiB까지 엽니다</translation>
  </message>
  <message>
   <source>it has {0} MiB, and at most {1} are read</source>
   <translation>{0} MiB이며, 최대 {1} MiB까지 읽습니다</translation>
  </message>
  <message>
   <source>it holds a user name or a password, which are never sent</source>
   <translation>사용자 이름이나 암호가 있습니다. 그런 것은 보내지 않습니다</translation>
  </message>
  <message>
   <source>it holds control characters</source>
   <translation>제어 문자가 있습니다</translation>
  </message>
  <message>
   <source>it holds more than the archive says: such files are made to harm</source>
   <translation>압축 파일이 밝힌 것보다 많이 들어 있습니다. 해치려고 만든 파일입니다</translation>
  </message>
  <message>
   <source>it holds no dictionary</source>
   <translation>사전이 없습니다</translation>
  </message>
  <message>
   <source>it is a HEIC picture, which is not opened; save it as JPEG first</source>
   <translation>HEIC 이미지는 열지 않습니다. 먼저 JPEG로 저장하세요</translation>
  </message>
  <message>
   <source>it is a JSON text, not a picture</source>
   <translation>JSON 텍스트이며 이미지가 아닙니다</translation>
  </message>
  <message>
   <source>it is a camera's raw file, which is not opened; save it as JPEG first</source>
   <translation>카메라 RAW 파일은 열지 않습니다. 먼저 JPEG로 저장하세요</translation>
  </message>
  <message>
   <source>it is a device or a pipe, not a file</source>
   <translation>장치나 파이프이며 파일이 아닙니다</translation>
  </message>
  <message>
   <source>it is a link or a device within the archive, and those are not followed</source>
   <translation>압축 파일 안의 링크나 장치는 따라가지 않습니다</translation>
  </message>
  <message>
   <source>it is a link to another place, and links are not followed</source>
   <translation>다른 곳을 가리키는 링크는 따라가지 않습니다</translation>
  </message>
  <message>
   <source>it is a link, and links are not followed, for they may lead anywhere; import what it points to</source>
   <translation>링크는 어디로든 갈 수 있어 따라가지 않습니다. 가리키는 것을 가져오세요</translation>
  </message>
  <message>
   <source>it is a pickle with {0}, and such a file could run a program; nothing of it was run</source>
   <translation>{0}이(가) 든 피클 파일입니다. 프로그램을 실행할 수 있는 파일이어서 아무것도 실행하지 않았습니다</translation>
  </message>
  <message>
   <source>it is a text, not a picture</source>
   <translation>텍스트이며 이미지가 아닙니다</translation>
  </message>
  <message>
   <source>it is a video, not a picture</source>
   <translation>동영상이며 이미지가 아닙니다</translation>
  </message>
  <message>
   <source>it is an SVG drawing, which is not opened; save it as PNG first</source>
   <translation>SVG 그림은 열지 않습니다. 먼저 PNG로 저장하세요</translation>
  </message>
  <message>
   <source>it is an archive within the archive, and those are not opened; unpack it and import its folder</source>
   <translation>압축 파일 안의 압축 파일은 열지 않습니다. 풀어서 폴더를 가져오세요</translation>
  </message>
  <message>
   <source>it is cut off</source>
   <translation>잘려 있습니다</translation>
  </message>
  <message>
   <source>it is damaged ({0})</source>
   <translation>손상되었습니다({0})</translation>
  </message>
  <message>
   <source>it is damaged or cut off ({0})</source>
   <translation>손상되었거나 잘렸습니다({0})</translation>
  </message>
  <message>
   <source>it is far larger than it should be</source>
   <translation>있어야 할 것보다 훨씬 큽니다</translation>
  </message>
  <message>
   <source>it is gone</source>
   <translation>사라졌습니다</translation>
  </message>
  <message>
   <source>it is gone, or the link is not whole; copy it again</source>
   <translation>사라졌거나 링크가 온전하지 않습니다. 다시 복사하세요</translation>
  </message>
  <message>
   <source>it is larger than {0} GB, which no network here is</source>
   <translation>{0} GB보다 큽니다. 여기의 어떤 네트워크도 그렇게 크지 않습니다</translation>
  </message>
  <message>
   <source>it is larger than {0} MB</source>
   <translation>{0} MB보다 큽니다</translation>
  </message>
  <message>
   <source>it is locked with a password; unpack the archive yourself and import the folder</source>
   <translation>암호로 잠겨 있습니다. 직접 풀어서 폴더를 가져오세요</translation>
  </message>
  <message>
   <source>it is longer than {0} characters</source>
   <translation>{0}자보다 깁니다</translation>
  </message>
  <message>
   <source>it is malformed</source>
   <translation>형식이 잘못되었습니다</translation>
  </message>
  <message>
   <source>it is malformed; check how the address is written</source>
   <translation>형식이 잘못되었습니다. 주소를 확인하세요</translation>
  </message>
  <message>
   <source>it is no file of CIFAR-10 or CIFAR-100: {0}</source>
   <translation>CIFAR-10이나 CIFAR-100 파일이 아닙니다: {0}</translation>
  </message>
  <message>
   <source>it is no http or https address</source>
   <translation>http나 https 주소가 아닙니다</translation>
  </message>
  <message>
   <source>it is no more than the beginning of a JPEG file</source>
   <translation>JPEG 파일의 앞부분뿐입니다</translation>
  </message>
  <message>
   <source>it is no number</source>
   <translation>숫자가 아닙니다</translation>
  </message>
  <message>
   <source>it is no packed project, for there is no {0} in it</source>
   <translation>{0}이(가) 없어 묶은 프로젝트가 아닙니다</translation>
  </message>
  <message>
   <source>it is no packed project, or is cut off</source>
   <translation>묶은 프로젝트가 아니거나 잘렸습니다</translation>
  </message>
  <message>
   <source>it is no page ({0})</source>
   <translation>페이지가 아닙니다({0})</translation>
  </message>
  <message>
   <source>it is no style sheet</source>
   <translation>스타일 시트가 아닙니다</translation>
  </message>
  <message>
   <source>it is no text</source>
   <translation>텍스트가 아닙니다</translation>
  </message>
  <message>
   <source>it is no whole number</source>
   <translation>정수가 아닙니다</translation>
  </message>
  <message>
   <source>it is none of Winnow's</source>
   <translation>Winnow의 것이 아닙니다</translation>
  </message>
  <message>
   <source>it is not JSON</source>
   <translation>JSON이 아닙니다</translation>
  </message>
  <message>
   <source>it is not a picture of any known kind</source>
   <translation>알려진 이미지 형식이 아닙니다</translation>
  </message>
  <message>
   <source>it is not as it was written; the disk may be failing</source>
   <translation>쓴 그대로가 아닙니다. 디스크가 고장 나고 있을 수 있습니다</translation>
  </message>
  <message>
   <source>it is not shared with everybody; in Drive, choose Share, then General access, then 'Anyone with the link', and try again</source>
   <translation>모두에게 공유되지 않았습니다. Drive의 공유 → 일반 액세스에서 '링크가 있는 모든 사용자'를 고르고 다시 하세요</translation>
  </message>
  <message>
   <source>it is not within {0} to {1}</source>
   <translation>{0}~{1} 범위가 아닙니다</translation>
  </message>
  <message>
   <source>it is packed by method {0}, which is not opened; unpack the archive yourself</source>
   <translation>방식 {0}(으)로 압축되어 열지 않습니다. 직접 푸세요</translation>
  </message>
  <message>
   <source>it is packed by {0}, which was not asked for</source>
   <translation>요청하지 않은 {0} 방식으로 압축되었습니다</translation>
  </message>
  <message>
   <source>it is packed {0} times over</source>
   <translation>{0}겹으로 압축되었습니다</translation>
  </message>
  <message>
   <source>it is {0}, not a picture</source>
   <translation>{0}이며 이미지가 아닙니다</translation>
  </message>
  <message>
   <source>it is {0}, which is not opened; save it as JPEG or PNG first</source>
   <translation>{0}은(는) 열지 않습니다. 먼저 JPEG나 PNG로 저장하세요</translation>
  </message>
  <message>
   <source>it leads back to itself</source>
   <translation>자기 자신으로 되돌아갑니다</translation>
  </message>
  <message>
   <source>it leads on more than {0} times</source>
   <translation>{0}번 넘게 다른 곳으로 보냅니다</translation>
  </message>
  <message>
   <source>it leads on to an unreadable address</source>
   <translation>읽을 수 없는 주소로 보냅니다</translation>
  </message>
  <message>
   <source>it leads on without saying where to</source>
   <translation>어디로 가는지 밝히지 않고 보냅니다</translation>
  </message>
  <message>
   <source>it measures by the metric euclidean only</source>
   <translation>euclidean 거리로만 잽니다</translation>
  </message>
  <message>
   <source>it names more than is taken of one page, and the rest of it was not read</source>
   <translation>한 페이지에서 받는 것보다 많아 나머지는 읽지 않았습니다</translation>
  </message>
  <message>
   <source>it names no address</source>
   <translation>주소가 없습니다</translation>
  </message>
  <message>
   <source>it names no host</source>
   <translation>호스트가 없습니다</translation>
  </message>
  <message>
   <source>it names no pages</source>
   <translation>페이지가 없습니다</translation>
  </message>
  <message>
   <source>it names no results</source>
   <translation>결과가 없습니다</translation>
  </message>
  <message>
   <source>it needs more memory than a picture may</source>
   <translation>이미지에 허용된 것보다 메모리가 더 필요합니다</translation>
  </message>
  <message>
   <source>it needs {0} MB, and {1} MB are free there</source>
   <translation>{0} MB가 필요한데 {1} MB만 남았습니다</translation>
  </message>
  <message>
   <source>it says that it holds more than it does</source>
   <translation>실제보다 많이 들었다고 적혀 있습니다</translation>
  </message>
  <message>
   <source>it shares its bytes with another entry: such archives are made to harm</source>
   <translation>다른 항목과 바이트를 함께 씁니다. 해치려고 만든 압축 파일입니다</translation>
  </message>
  <message>
   <source>it took too long, and the server may be overloaded</source>
   <translation>너무 오래 걸렸습니다. 서버가 바쁠 수 있습니다</translation>
  </message>
  <message>
   <source>it unpacks to more than {0} GiB</source>
   <translation>{0} GiB 넘게 풀립니다</translation>
  </message>
  <message>
   <source>it unpacks to more than {0} MiB, as a decompression bomb does</source>
   <translation>압축 폭탄처럼 {0} MiB 넘게 풀립니다</translation>
  </message>
  <message>
   <source>it unpacks to more than {0} times its size, as no photograph does</source>
   <translation>크기의 {0}배 넘게 풀립니다. 사진은 그렇지 않습니다</translation>
  </message>
  <message>
   <source>it wants a key for this, and Winnow asks without one</source>
   <translation>키를 요구하지만 Winnow는 키 없이 요청합니다</translation>
  </message>
  <message>
   <source>it was asked too often; {0}</source>
   <translation>요청이 너무 잦았습니다. {0}</translation>
  </message>
  <message>
   <source>it was moved to another site</source>
   <translation>다른 사이트로 옮겨졌습니다</translation>
  </message>
  <message>
   <source>it was not understood ({0})</source>
   <translation>이해하지 못했습니다({0})</translation>
  </message>
  <message>
   <source>it was stopped</source>
   <translation>중지되었습니다</translation>
  </message>
  <message>
   <source>its PNG signature is damaged</source>
   <translation>PNG 서명이 손상되었습니다</translation>
  </message>
  <message>
   <source>its addresses are so long that the rest of it was not read</source>
   <translation>주소가 너무 길어 나머지는 읽지 않았습니다</translation>
  </message>
  <message>
   <source>its certificate is not to be trusted ({0})</source>
   <translation>인증서를 믿을 수 없습니다({0})</translation>
  </message>
  <message>
   <source>its checksum is wrong: the archive is damaged</source>
   <translation>체크섬이 틀립니다. 압축 파일이 손상되었습니다</translation>
  </message>
  <message>
   <source>its copy is not the same as itself</source>
   <translation>복사본이 원본과 같지 않습니다</translation>
  </message>
  <message>
   <source>its data is not an array of bytes, row by row</source>
   <translation>데이터가 행별 바이트 배열이 아닙니다</translation>
  </message>
  <message>
   <source>its database belongs to another program</source>
   <translation>데이터베이스가 다른 프로그램의 것입니다</translation>
  </message>
  <message>
   <source>its database has a {0} {1} that no Winnow has made, and that may be there to do harm</source>
   <translation>데이터베이스에 Winnow가 만들지 않은 {0} {1}이(가) 있으며, 해를 끼치려는 것일 수 있습니다</translation>
  </message>
  <message>
   <source>its directory is damaged</source>
   <translation>목록이 손상되었습니다</translation>
  </message>
  <message>
   <source>its directory is larger than {0} MiB</source>
   <translation>목록이 {0} MiB보다 큽니다</translation>
  </message>
  <message>
   <source>its files are not those that {0} in it names</source>
   <translation>파일이 {0}에 적힌 것과 다릅니다</translation>
  </message>
  <message>
   <source>its header claims {0} x {1} pixels</source>
   <translation>머리글에 {0} x {1}픽셀로 적혀 있습니다</translation>
  </message>
  <message>
   <source>its header is damaged</source>
   <translation>머리글이 손상되었습니다</translation>
  </message>
  <message>
   <source>its headers are longer than any honest server's</source>
   <translation>머리글이 정상 서버의 것보다 깁니다</translation>
  </message>
  <message>
   <source>its host is no name that can exist</source>
   <translation>있을 수 없는 호스트 이름입니다</translation>
  </message>
  <message>
   <source>its host is no numeric address that can exist</source>
   <translation>있을 수 없는 숫자 주소입니다</translation>
  </message>
  <message>
   <source>its host names a network card of this machine</source>
   <translation>이 컴퓨터의 네트워크 카드를 가리키는 호스트입니다</translation>
  </message>
  <message>
   <source>its limit without a key (20 questions a minute, 200 a day) is used up; {0}</source>
   <translation>키 없이 쓰는 한도(1분 20회, 하루 200회)를 다 썼습니다. {0}</translation>
  </message>
  <message>
   <source>its network is program code of somebody's own; if you trust it, run the predict.py beside it</source>
   <translation>남이 만든 프로그램 코드 네트워크입니다. 신뢰한다면 옆의 predict.py를 실행하세요</translation>
  </message>
  <message>
   <source>its packed data ends early</source>
   <translation>압축 데이터가 일찍 끝납니다</translation>
  </message>
  <message>
   <source>its packed data is damaged ({0})</source>
   <translation>압축 데이터가 손상되었습니다({0})</translation>
  </message>
  <message>
   <source>its parentheses are nested too deeply</source>
   <translation>괄호가 너무 깊습니다</translation>
  </message>
  <message>
   <source>its pictures are not rows of {0} bytes</source>
   <translation>이미지가 {0}바이트 행이 아닙니다</translation>
  </message>
  <message>
   <source>its port is not a number from 1 to 65535</source>
   <translation>포트가 1~65535의 숫자가 아닙니다</translation>
  </message>
  <message>
   <source>its robots.txt cannot be read: {0}</source>
   <translation>robots.txt를 읽을 수 없습니다: {0}</translation>
  </message>
  <message>
   <source>its settings are {0}</source>
   <translation>설정은 {0}입니다</translation>
  </message>
  <message>
   <source>its weights are no numbers (the first are {0})</source>
   <translation>가중치가 숫자가 아닙니다(처음은 {0})</translation>
  </message>
  <message>
   <source>lighter, darker or paler by up to {0}</source>
   <translation>최대 {0} 밝게, 어둡게, 옅게</translation>
  </message>
  <message>
   <source>make a split with folds in Split first (or by --k-fold)</source>
   <translation>먼저 분할에서 폴드를 만드세요 (또는 --k-fold)</translation>
  </message>
  <message>
   <source>minima</source>
   <translation>최솟값</translation>
  </message>
  <message>
   <source>mirrored in {0} of the cases</source>
   <translation>{0}의 경우에 좌우로 뒤집고</translation>
  </message>
  <message>
   <source>names no file and no folder</source>
   <translation>에는 파일도 폴더도 없습니다</translation>
  </message>
  <message>
   <source>no encrypted connection came about ({0})</source>
   <translation>암호화 연결이 되지 않았습니다({0})</translation>
  </message>
  <message>
   <source>none (there are no labels yet)</source>
   <translation>없음 (아직 라벨이 없습니다)</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>아직 없음</translation>
  </message>
  <message>
   <source>not enough memory</source>
   <translation>메모리 부족</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>찾을 수 없음</translation>
  </message>
  <message>
   <source>nothing stands in it</source>
   <translation>안에 아무것도 없습니다</translation>
  </message>
  <message>
   <source>of a tar archive only the batches of CIFAR are read; unpack it and import its folder</source>
   <translation>tar에서는 CIFAR 배치만 읽습니다. 풀어서 폴더를 가져오세요</translation>
  </message>
  <message>
   <source>off</source>
   <translation>끔</translation>
  </message>
  <message>
   <source>one of its scans has no header</source>
   <translation>스캔 하나에 머리글이 없습니다</translation>
  </message>
  <message>
   <source>one page after another came instead of it, {0} of them; open its address in a browser</source>
   <translation>대신 페이지가 {0}번 이어서 왔습니다. 브라우저에서 주소를 열어 보세요</translation>
  </message>
  <message>
   <source>only http and https are fetched, not {0}</source>
   <translation>{0}이(가) 아니라 http와 https만 받습니다</translation>
  </message>
  <message>
   <source>only its first {0} MiB were read</source>
   <translation>처음 {0} MiB만 읽었습니다</translation>
  </message>
  <message>
   <source>only its first {0} links were taken</source>
   <translation>처음 {0}개 링크만 따랐습니다</translation>
  </message>
  <message>
   <source>only its first {0} pictures were taken</source>
   <translation>처음 {0}장만 받았습니다</translation>
  </message>
  <message>
   <source>only its first {0} style sheets were taken</source>
   <translation>스타일 시트 처음 {0}개만 받았습니다</translation>
  </message>
  <message>
   <source>only the first {0} KiB of its styles were read</source>
   <translation>스타일의 처음 {0} KiB만 읽었습니다</translation>
  </message>
  <message>
   <source>opening it took longer than {0} seconds</source>
   <translation>여는 데 {0}초 넘게 걸렸습니다</translation>
  </message>
  <message>
   <source>opens pictures</source>
   <translation>이미지를 여는</translation>
  </message>
  <message>
   <source>originals</source>
   <translation>원본</translation>
  </message>
  <message>
   <source>pairs</source>
   <translation>쌍</translation>
  </message>
  <message>
   <source>pictures</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>pictures of rare classes are drawn more often, so that all classes come equally often.</source>
   <translation>드문 클래스의 이미지를 더 자주 뽑아 모든 클래스가 같은 빈도로 나옵니다.</translation>
  </message>
  <message>
   <source>pictures of rare classes count more, so that all classes weigh the same.</source>
   <translation>드문 클래스의 이미지를 더 크게 세어 모든 클래스의 무게가 같습니다.</translation>
  </message>
  <message>
   <source>points</source>
   <translation>점</translation>
  </message>
  <message>
   <source>put an address in quotation marks</source>
   <translation>주소를 따옴표로 묶으세요</translation>
  </message>
  <message>
   <source>reading it took longer than {0} seconds</source>
   <translation>읽는 데 {0}초 넘게 걸렸습니다</translation>
  </message>
  <message>
   <source>reads pages</source>
   <translation>페이지를 읽는</translation>
  </message>
  <message>
   <source>restarts</source>
   <translation>재시작</translation>
  </message>
  <message>
   <source>robots.txt does not allow it</source>
   <translation>robots.txt가 허용하지 않습니다</translation>
  </message>
  <message>
   <source>rounds</source>
   <translation>회</translation>
  </message>
  <message>
   <source>runs</source>
   <translation>실행</translation>
  </message>
  <message>
   <source>samples</source>
   <translation>샘플</translation>
  </message>
  <message>
   <source>scores</source>
   <translation>점수</translation>
  </message>
  <message>
   <source>steps</source>
   <translation>스텝</translation>
  </message>
  <message>
   <source>steps of {0} an epoch.</source>
   <translation>스텝, 에포크당 {0}.</translation>
  </message>
  <message>
   <source>test samples</source>
   <translation>테스트 샘플</translation>
  </message>
  <message>
   <source>the answer broke off</source>
   <translation>답이 중간에 끊겼습니다</translation>
  </message>
  <message>
   <source>the answer broke off ({0})</source>
   <translation>답이 중간에 끊겼습니다({0})</translation>
  </message>
  <message>
   <source>the archive ends before it</source>
   <translation>압축 파일이 그 앞에서 끝납니다</translation>
  </message>
  <message>
   <source>the archive holds less of it than it says</source>
   <translation>압축 파일에 적힌 것보다 적게 들어 있습니다</translation>
  </message>
  <message>
   <source>the archive's directory points to where no file is</source>
   <translation>압축 목록이 파일이 없는 곳을 가리킵니다</translation>
  </message>
  <message>
   <source>the batch size</source>
   <translation>배치 크기</translation>
  </message>
  <message>
   <source>the bend of inertia</source>
   <translation>관성의 꺾임</translation>
  </message>
  <message>
   <source>the best of all scores taken together</source>
   <translation>모든 점수를 합쳐 가장 좋음</translation>
  </message>
  <message>
   <source>the cluster has no room for all workers at once</source>
   <translation>클러스터에 모든 작업자를 한꺼번에 둘 자리가 없습니다</translation>
  </message>
  <message>
   <source>the decay of the moving average</source>
   <translation>이동 평균의 감쇠</translation>
  </message>
  <message>
   <source>the decoder crashed on it, inside its sandbox</source>
   <translation>격리된 디코더가 이 파일을 열다가 멈췄습니다</translation>
  </message>
  <message>
   <source>the epochs of a period</source>
   <translation>주기의 에포크</translation>
  </message>
  <message>
   <source>the epochs of a plateau</source>
   <translation>정체의 에포크</translation>
  </message>
  <message>
   <source>the epochs until an early stop</source>
   <translation>조기 종료까지의 에포크</translation>
  </message>
  <message>
   <source>the file changed while it was read; import it again</source>
   <translation>읽는 동안 파일이 바뀌었습니다. 다시 가져오세요</translation>
  </message>
  <message>
   <source>the file ends before the picture does</source>
   <translation>이미지가 끝나기 전에 파일이 끝납니다</translation>
  </message>
  <message>
   <source>the file is empty</source>
   <translation>파일이 비었습니다</translation>
  </message>
  <message>
   <source>the file is missing</source>
   <translation>파일이 없습니다</translation>
  </message>
  <message>
   <source>the file was changed since it came in</source>
   <translation>들어온 뒤 파일이 바뀌었습니다</translation>
  </message>
  <message>
   <source>the folder cannot be read ({0}); check who may open it, and import again</source>
   <translation>폴더를 읽을 수 없습니다({0}). 접근 권한을 확인하고 다시 가져오세요</translation>
  </message>
  <message>
   <source>the header {0} that goes with it holds signs that cannot be sent; check how it is written</source>
   <translation>함께 보내는 헤더 {0}에 보낼 수 없는 글자가 있습니다. 확인하세요</translation>
  </message>
  <message>
   <source>the host {0} is not found ({1})</source>
   <translation>호스트 {0}을(를) 찾을 수 없습니다({1})</translation>
  </message>
  <message>
   <source>the label smoothing</source>
   <translation>라벨 스무딩</translation>
  </message>
  <message>
   <source>the learning rate</source>
   <translation>학습률</translation>
  </message>
  <message>
   <source>the linear rule</source>
   <translation>선형 규칙</translation>
  </message>
  <message>
   <source>the longest gradient</source>
   <translation>그래디언트의 최대 길이</translation>
  </message>
  <message>
   <source>the momentum</source>
   <translation>모멘텀</translation>
  </message>
  <message>
   <source>the name servers did not find {0} in time</source>
   <translation>네임 서버가 {0}을(를) 제때 찾지 못했습니다</translation>
  </message>
  <message>
   <source>the name servers do not answer where {0} is ({1})</source>
   <translation>네임 서버가 {0}의 위치를 알려 주지 않습니다({1})</translation>
  </message>
  <message>
   <source>the network for ONNX Runtime; scaling and softmax are inside</source>
   <translation>ONNX Runtime용 네트워크. 배율과 소프트맥스가 들어 있습니다</translation>
  </message>
  <message>
   <source>the number of epochs</source>
   <translation>에포크 수</translation>
  </message>
  <message>
   <source>the number of frozen epochs</source>
   <translation>고정 에포크 수</translation>
  </message>
  <message>
   <source>the number of views</source>
   <translation>저장할 변형 수</translation>
  </message>
  <message>
   <source>the page says {0}</source>
   <translation>페이지가 {0}(이)라고 밝힙니다</translation>
  </message>
  <message>
   <source>the parenthesis is not closed</source>
   <translation>괄호가 닫히지 않았습니다</translation>
  </message>
  <message>
   <source>the same as a program, for torch.export.load</source>
   <translation>같은 것을 프로그램으로, torch.export.load용</translation>
  </message>
  <message>
   <source>the seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <source>the server answered {0}</source>
   <translation>서버 응답 {0}</translation>
  </message>
  <message>
   <source>the server did not agree on encryption in time</source>
   <translation>서버가 제때 암호화에 합의하지 않았습니다</translation>
  </message>
  <message>
   <source>the server failed</source>
   <translation>서버가 실패했습니다</translation>
  </message>
  <message>
   <source>the server fell silent</source>
   <translation>서버가 응답을 멈췄습니다</translation>
  </message>
  <message>
   <source>the server is overloaded</source>
   <translation>서버가 바쁩니다</translation>
  </message>
  <message>
   <source>the server says {0}</source>
   <translation>서버가 {0}(이)라고 밝힙니다</translation>
  </message>
  <message>
   <source>the server sent nothing</source>
   <translation>서버가 아무것도 보내지 않았습니다</translation>
  </message>
  <message>
   <source>the server's answer broke off or is no HTTP ({0})</source>
   <translation>서버의 답이 끊겼거나 HTTP가 아닙니다({0})</translation>
  </message>
  <message>
   <source>the share of the warm-up</source>
   <translation>워밍업 비율</translation>
  </message>
  <message>
   <source>the square root</source>
   <translation>제곱근</translation>
  </message>
  <message>
   <source>the strength of cutmix</source>
   <translation>cutmix의 세기</translation>
  </message>
  <message>
   <source>the strength of mixup</source>
   <translation>mixup의 세기</translation>
  </message>
  <message>
   <source>the weight decay</source>
   <translation>가중치 감쇠</translation>
  </message>
  <message>
   <source>the weights; network.py builds the network for them from config.json</source>
   <translation>가중치. network.py가 config.json으로 네트워크를 만듭니다</translation>
  </message>
  <message>
   <source>there is no connection to its server</source>
   <translation>서버에 연결할 수 없습니다</translation>
  </message>
  <message>
   <source>there is no host {0}</source>
   <translation>호스트 {0}이(가) 없습니다</translation>
  </message>
  <message>
   <source>there is no picture between its start and its end</source>
   <translation>시작과 끝 사이에 이미지가 없습니다</translation>
  </message>
  <message>
   <source>there is no project's database in it</source>
   <translation>프로젝트 데이터베이스가 없습니다</translation>
  </message>
  <message>
   <source>there is no project.db in it</source>
   <translation>project.db가 없습니다</translation>
  </message>
  <message>
   <source>there is no such folder</source>
   <translation>그런 폴더가 없습니다</translation>
  </message>
  <message>
   <source>there is no {0} in it</source>
   <translation>그 안에 {0}이(가) 없습니다</translation>
  </message>
  <message>
   <source>there is no {0}; there are {1}</source>
   <translation>{0}이(가) 없습니다. 있는 것: {1}</translation>
  </message>
  <message>
   <source>there is one already</source>
   <translation>이미 있습니다</translation>
  </message>
  <message>
   <source>there were too many requests</source>
   <translation>요청이 너무 많았습니다</translation>
  </message>
  <message>
   <source>they differ {0}-fold: try the lower</source>
   <translation>값이 {0}배 다르니 낮은 것을 시험하세요</translation>
  </message>
  <message>
   <source>this computer</source>
   <translation>이 컴퓨터</translation>
  </message>
  <message>
   <source>this machine</source>
   <translation>이 컴퓨터</translation>
  </message>
  <message>
   <source>thumbnails</source>
   <translation>섬네일</translation>
  </message>
  <message>
   <source>too many people downloaded this file lately, so Drive gives it to nobody for up to 24 hours (its quota); try again then, or make a copy in your own Drive and share that</source>
   <translation>최근 너무 많은 사람이 이 파일을 받아 Drive가 최대 24시간 동안 내주지 않습니다(할당량). 그때 다시 하거나 내 Drive에 사본을 만들어 공유하세요</translation>
  </message>
  <message>
   <source>turned by up to {0}°</source>
   <translation>최대 {0}° 회전</translation>
  </message>
  <message>
   <source>two files in it have the name {0}</source>
   <translation>파일 두 개의 이름이 {0}입니다</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>valid samples</source>
   <translation>검증 샘플</translation>
  </message>
  <message>
   <source>wait some minutes and go on</source>
   <translation>몇 분 기다렸다가 계속하세요</translation>
  </message>
  <message>
   <source>what reads it crashed on it, inside its sandbox</source>
   <translation>격리된 읽기 프로세스가 이것을 읽다가 멈췄습니다</translation>
  </message>
  <message>
   <source>with a patch missing in {0} of the cases</source>
   <translation>{0}의 경우에 일부를 지우고</translation>
  </message>
  <message>
   <source>with nearly the same result</source>
   <translation>결과는 거의 같습니다</translation>
  </message>
  <message>
   <source>with the same result</source>
   <translation>결과는 같습니다</translation>
  </message>
  <message>
   <source>within a power of ten</source>
   <translation>10배 안</translation>
  </message>
  <message>
   <source>without a reason</source>
   <translation>이유 없이</translation>
  </message>
  <message>
   <source>{0} ({1}) is missing or was changed. Bring it back from a copy of the project.</source>
   <translation>{0}({1})이(가) 없거나 바뀌었습니다. 프로젝트의 사본에서 되돌려 놓으세요.</translation>
  </message>
  <message>
   <source>{0} MB come out of it, which do not fit on the disk</source>
   <translation>풀면 {0} MB인데 디스크에 들어가지 않습니다</translation>
  </message>
  <message>
   <source>{0} agree{1} ({2})</source>
   <translation>{0}가 일치{1} ({2})</translation>
  </message>
  <message>
   <source>{0} already exists and is not empty. Choose a new folder: nothing is overwritten.</source>
   <translation>{0}이(가) 이미 있고 비어 있지 않습니다. 새 폴더를 고르세요. 덮어쓰지 않습니다.</translation>
  </message>
  <message>
   <source>{0} and {1} more</source>
   <translation>{0} 외 {1}개</translation>
  </message>
  <message>
   <source>{0} as {1} cannot be trained with: choose {2} to {3}.</source>
   <translation>{0}, {1}: 이 값으로는 학습할 수 없습니다. {2}~{3} 중에서 고르세요.</translation>
  </message>
  <message>
   <source>{0} at batch {1} × {2}. {3}</source>
   <translation>{0}, 배치 {1} × {2}. {3}</translation>
  </message>
  <message>
   <source>{0} belongs to this machine or to a private network, which is asked only where you allow it</source>
   <translation>{0}은(는) 이 컴퓨터나 사설 네트워크에 속하며, 허용한 곳에서만 요청합니다</translation>
  </message>
  <message>
   <source>{0} by seed {1}</source>
   <translation>시드 {1}로 {0}</translation>
  </message>
  <message>
   <source>{0} came damaged or is another file: its SHA-256 begins with {1} instead of {2}. It was thrown away. Start again; if it happens again, something between here and the server changes it.</source>
   <translation>{0}이(가) 손상되었거나 다른 파일입니다. SHA-256이 {2}이(가) 아니라 {1}(으)로 시작합니다. 버렸습니다. 다시 시작하세요. 또 그러면 여기와 서버 사이에서 바뀌는 것입니다.</translation>
  </message>
  <message>
   <source>{0} can be read but not written: the disk is write-protected, or the folder belongs to somebody else. Change that, or copy the project to a folder of your own and open it there.</source>
   <translation>{0}은(는) 읽을 수만 있습니다. 디스크가 쓰기 금지이거나 폴더가 다른 사람의 것입니다. 바꾸거나 프로젝트를 내 폴더로 복사해 여세요.</translation>
  </message>
  <message>
   <source>{0} cannot be examined: pictures, frames or labels changed since it learned from them. Train a new run.</source>
   <translation>{0}을(를) 진단할 수 없습니다. 학습한 뒤 이미지, 프레임, 라벨이 바뀌었습니다. 새로 학습하세요.</translation>
  </message>
  <message>
   <source>{0} cannot be made with {1}: {2}.</source>
   <translation>{0}: {1}(으)로 만들 수 없습니다. {2}.</translation>
  </message>
  <message>
   <source>{0} cannot be opened as a ZIP archive: {1}. Get it again, or unpack it yourself.</source>
   <translation>{0}을(를) ZIP으로 열 수 없습니다: {1}. 다시 받거나 직접 푸세요.</translation>
  </message>
  <message>
   <source>{0} cannot be opened as a tar archive: {1}. Get it again, or unpack it yourself.</source>
   <translation>{0}을(를) tar로 열 수 없습니다: {1}. 다시 받거나 직접 푸세요.</translation>
  </message>
  <message>
   <source>{0} cannot be predicted: {1}</source>
   <translation>{0}을(를) 예측할 수 없습니다: {1}</translation>
  </message>
  <message>
   <source>{0} cannot be read</source>
   <translation>{0}: 읽을 수 없습니다</translation>
  </message>
  <message>
   <source>{0} cannot be read: {1}.</source>
   <translation>{0}을(를) 읽을 수 없습니다: {1}.</translation>
  </message>
  <message>
   <source>{0} cannot be read: {1}. Check its name.</source>
   <translation>{0}을(를) 읽을 수 없습니다: {1}. 이름을 확인하세요.</translation>
  </message>
  <message>
   <source>{0} cannot be read: {1}. Put the file back, or choose another network.</source>
   <translation>{0}을(를) 읽을 수 없습니다: {1}. 파일을 돌려놓거나 다른 네트워크를 고르세요.</translation>
  </message>
  <message>
   <source>{0} cannot be used as a model: {1}.</source>
   <translation>{0}을(를) 모델로 쓸 수 없습니다: {1}.</translation>
  </message>
  <message>
   <source>{0} cannot be used as a model: {1}. Export it again.</source>
   <translation>{0}을(를) 모델로 쓸 수 없습니다: {1}. 다시 내보내세요.</translation>
  </message>
  <message>
   <source>{0} cannot go on: pictures, frames or labels changed since it was stopped, so it would learn from something else than before. What was best is kept. Train a new run.</source>
   <translation>{0}을(를) 이어 할 수 없습니다. 멈춘 뒤 이미지, 프레임, 라벨이 바뀌어 전과 다른 것을 배우게 됩니다. 가장 좋았던 가중치는 남아 있습니다. 새로 학습하세요.</translation>
  </message>
  <message>
   <source>{0} cannot make {1}. Choose 2 to {2}, or import more.</source>
   <translation>{0}으로 {1}를 만들 수 없습니다. 2~{2} 중에서 고르거나 더 가져오세요.</translation>
  </message>
  <message>
   <source>{0} cannot make {1}. Import more.</source>
   <translation>{0}으로 {1}를 만들 수 없습니다. 더 가져오세요.</translation>
  </message>
  <message>
   <source>{0} clusters: {1}</source>
   <translation>클러스터 {0}개: {1}</translation>
  </message>
  <message>
   <source>{0} comes without weights that know pictures, so there is nothing to build on. Choose the recipe From scratch, or one of: {1}.</source>
   <translation>{0}은(는) 이미지를 아는 가중치 없이 와서 쌓아 올릴 것이 없습니다. 처음부터 레시피나 다음 중 하나를 고르세요: {1}.</translation>
  </message>
  <message>
   <source>{0} could not be fetched: {1}. Check the connection to the internet and start again, or choose a network that comes with Winnow: EfficientNet-Lite0 or Lite2.</source>
   <translation>{0}을(를) 받지 못했습니다: {1}. 인터넷 연결을 확인하고 다시 시작하거나, Winnow에 든 EfficientNet-Lite0나 Lite2를 고르세요.</translation>
  </message>
  <message>
   <source>{0} could not be moved to the trash ({1}). {2} before it went there. Check that the disk has a trash and room, then empty again.</source>
   <translation>{0}을(를) 휴지통으로 옮기지 못했습니다({1}). 앞의 {2}는 옮겼습니다. 휴지통과 공간이 있는지 확인하고 다시 비우세요.</translation>
  </message>
  <message>
   <source>{0} could not be read, the first because {1}.</source>
   <translation>{0}를 읽지 못했습니다. 첫 번째 이유: {1}.</translation>
  </message>
  <message>
   <source>{0} could not be read: {1}.</source>
   <translation>{0}을(를) 읽지 못했습니다: {1}.</translation>
  </message>
  <message>
   <source>{0} could not be read: {1}. Nothing was found.</source>
   <translation>{0}을(를) 읽지 못했습니다: {1}. 찾은 것이 없습니다.</translation>
  </message>
  <message>
   <source>{0} could not be stored in the project ({1}). What came before it is kept. Check that the project's disk is there and has room, then go on.</source>
   <translation>{0}을(를) 프로젝트에 저장하지 못했습니다({1}). 그전에 온 것은 보관했습니다. 프로젝트의 디스크와 공간을 확인하고 계속하세요.</translation>
  </message>
  <message>
   <source>{0} could not be written: {1}. Nothing was left there; the project is as it was.</source>
   <translation>{0}을(를) 쓰지 못했습니다: {1}. 거기에는 아무것도 남지 않았고 프로젝트는 그대로입니다.</translation>
  </message>
  <message>
   <source>{0} could not be written{1}. Check that its disk is connected and in order, then try again.</source>
   <translation>{0}을(를) 쓰지 못했습니다{1}. 디스크가 연결되어 있고 정상인지 확인하고 다시 시도하세요.</translation>
  </message>
  <message>
   <source>{0} differ ({1}), so look at more than one</source>
   <translation>{0}가 다름({1}). 여러 개를 살펴보세요</translation>
  </message>
  <message>
   <source>{0} does not answer on port {1} ({2})</source>
   <translation>{0}이(가) 포트 {1}에서 응답하지 않습니다({2})</translation>
  </message>
  <message>
   <source>{0} does not exist. Check the path, or whether its disk is connected.</source>
   <translation>{0}이(가) 없습니다. 경로나 디스크 연결을 확인하세요.</translation>
  </message>
  <message>
   <source>{0} does not read as it was written</source>
   <translation>{0}이(가) 쓴 대로 읽히지 않습니다</translation>
  </message>
  <message>
   <source>{0} exists already. Choose another name, or open it.</source>
   <translation>{0}이(가) 이미 있습니다. 다른 이름을 고르거나 그것을 여세요.</translation>
  </message>
  <message>
   <source>{0} exists already. Choose another name: nothing is overwritten.</source>
   <translation>{0}이(가) 이미 있습니다. 다른 이름을 고르세요. 덮어쓰지 않습니다.</translation>
  </message>
  <message>
   <source>{0} failed ({1}). The run goes on from its last epoch on the processor.</source>
   <translation>{0} 실패({1}). 마지막 에포크부터 프로세서로 계속합니다.</translation>
  </message>
  <message>
   <source>{0} failed when it was run: {1}: {2}. Mend the file, and trust it again.</source>
   <translation>{0} 실행 실패: {1}: {2}. 파일을 고쳐 다시 신뢰하세요.</translation>
  </message>
  <message>
   <source>{0} failed {1} times in a row ({2}), so it was not asked any more</source>
   <translation>{0}이(가) 잇달아 {1}번 실패해({2}) 더 요청하지 않았습니다</translation>
  </message>
  <message>
   <source>{0} finds nothing for '{1}'. Try other words or another licence.</source>
   <translation>{0}에서 '{1}'을(를) 찾지 못했습니다. 다른 단어나 라이선스를 써 보세요.</translation>
  </message>
  <message>
   <source>{0} finds nothing for '{1}'. Try other words.</source>
   <translation>{0}에서 '{1}'을(를) 찾지 못했습니다. 다른 단어를 써 보세요.</translation>
  </message>
  <message>
   <source>{0} folds cannot be made of {1} pictures that do not belong together. Choose fewer folds, or label more pictures.</source>
   <translation>함께 있지 않아도 되는 이미지가 {1}장뿐이라 폴드 {0}개를 만들 수 없습니다. 폴드를 줄이거나 라벨을 더 붙이세요.</translation>
  </message>
  <message>
   <source>{0} folds cannot be made: choose 2 to 20, or none.</source>
   <translation>폴드 {0}개는 만들 수 없습니다. 2~20개 또는 없음을 고르세요.</translation>
  </message>
  <message>
   <source>{0} found no dense region and left every image out. Let fewer images make a cluster (min_cluster_size, min_samples), look farther (eps), or take K-Means.</source>
   <translation>{0}: 빽빽한 곳을 찾지 못해 모든 이미지를 뺐습니다. 더 적은 이미지도 클러스터가 되게 하거나(min_cluster_size, min_samples), 더 멀리 보거나(eps), K-평균을 쓰세요.</translation>
  </message>
  <message>
   <source>{0} found there; up to {1} are tried at once. Choose fewer, or use 'winnow predict' for all of them.</source>
   <translation>거기서 {0}을 찾았습니다. 한 번에 {1}장까지 시험합니다. 줄이거나 'winnow predict'를 쓰세요.</translation>
  </message>
  <message>
   <source>{0} gave an answer that cannot be read: {1}. Try again later; if an endpoint of your own is set, check that it is the right one.</source>
   <translation>{0}의 답을 읽을 수 없습니다: {1}. 나중에 다시 하세요. 주소를 직접 정했다면 맞는지 확인하세요.</translation>
  </message>
  <message>
   <source>{0} gives at most {1} pictures for a search without a key. Other words find others.</source>
   <translation>{0}은(는) 키 없이 검색당 최대 {1}장을 줍니다. 다른 단어는 다른 이미지를 찾습니다.</translation>
  </message>
  <message>
   <source>{0} has fewer than {1} pictures that do not belong together ({2}), so it cannot be in every part. Label more pictures, or remove the label.</source>
   <translation>{0}: 함께 있지 않아도 되는 이미지가 {1}장보다 적어({2}) 모든 세트에 넣을 수 없습니다. 라벨을 더 붙이거나 이 라벨을 지우세요.</translation>
  </message>
  <message>
   <source>{0} has no class that is an nn.Module. Write one that takes the number of classes and ends in an nn.Linear, or choose another file.</source>
   <translation>{0}에 nn.Module 클래스가 없습니다. 클래스 수를 받고 nn.Linear로 끝나는 것을 쓰거나 다른 파일을 고르세요.</translation>
  </message>
  <message>
   <source>{0} has no class {1} that is an nn.Module. Check its name.</source>
   <translation>{0}에 nn.Module 클래스 {1}이(가) 없습니다. 이름을 확인하세요.</translation>
  </message>
  <message>
   <source>{0} has no network class {1}. Choose one of: {2}.</source>
   <translation>{0}에 네트워크 클래스 {1}이(가) 없습니다. 다음 중에서 고르세요: {2}.</translation>
  </message>
  <message>
   <source>{0} has no value</source>
   <translation>{0}에 값이 없습니다</translation>
  </message>
  <message>
   <source>{0} has {1} instead of {2}</source>
   <translation>{0}: {2}개가 아니라 {1}입니다</translation>
  </message>
  <message>
   <source>{0} hours</source>
   <translation>{0}시간</translation>
  </message>
  <message>
   <source>{0} images were clustered; the other {1} join their nearest neighbours among them.</source>
   <translation>이미지 {0}장을 클러스터링했고, 나머지 {1}장은 가장 가까운 이웃을 따릅니다.</translation>
  </message>
  <message>
   <source>{0} in it is a link or a device, not a file</source>
   <translation>안의 {0}은(는) 파일이 아니라 링크나 장치입니다</translation>
  </message>
  <message>
   <source>{0} in it is compressed or locked, which no packed project is</source>
   <translation>안의 {0}이(가) 압축되었거나 잠겨 있어 묶은 프로젝트가 아닙니다</translation>
  </message>
  <message>
   <source>{0} in it is damaged ({1})</source>
   <translation>안의 {0}이(가) 손상되었습니다({1})</translation>
  </message>
  <message>
   <source>{0} in it is not as it was packed</source>
   <translation>안의 {0}이(가) 묶을 때와 다릅니다</translation>
  </message>
  <message>
   <source>{0} is a project of Winnow and was passed over.</source>
   <translation>{0}은(는) Winnow 프로젝트여서 지나쳤습니다.</translation>
  </message>
  <message>
   <source>{0} is a translated address of {1}, and never asked</source>
   <translation>{0}은(는) {1}의 변환된 주소이며 절대 요청하지 않습니다</translation>
  </message>
  <message>
   <source>{0} is already open in another window or command ({1}). Close it there first.</source>
   <translation>{0}이(가) 다른 창이나 명령에 이미 열려 있습니다({1}). 먼저 거기서 닫으세요.</translation>
  </message>
  <message>
   <source>{0} is at its end or still running, so it cannot go on. Train a new run with more epochs.</source>
   <translation>{0}은(는) 끝났거나 아직 실행 중이어서 이어 할 수 없습니다. 에포크를 늘려 새로 학습하세요.</translation>
  </message>
  <message>
   <source>{0} is busy ({1}); {2}</source>
   <translation>{0}이(가) 바쁩니다({1}). {2}</translation>
  </message>
  <message>
   <source>{0} is damaged ({1}). 'winnow doctor --restore' brings back the newest backup and every label that was given since; nothing is deleted by it.</source>
   <translation>{0}이(가) 손상되었습니다({1}). 'winnow doctor --restore'가 최신 백업과 그 뒤의 모든 라벨을 복원합니다. 아무것도 지우지 않습니다.</translation>
  </message>
  <message>
   <source>{0} is left alone for {1}: {2}.</source>
   <translation>{0}을(를) {1} 동안 쉬게 둡니다: {2}.</translation>
  </message>
  <message>
   <source>{0} is missing. Bring the file back from a copy of the project; its label is kept.</source>
   <translation>{0}이(가) 없습니다. 프로젝트의 사본에서 파일을 돌려놓으세요. 라벨은 남아 있습니다.</translation>
  </message>
  <message>
   <source>{0} is more than an eighth of your {1} pictures: too few steps to learn.</source>
   <translation>{0}은(는) 이미지 {1}장의 8분의 1을 넘습니다. 배우기에는 스텝이 너무 적습니다.</translation>
  </message>
  <message>
   <source>{0} is no CIFAR data set, so no classes of it can be chosen. Import it without them.</source>
   <translation>{0}은(는) CIFAR 데이터 세트가 아니어서 클래스를 고를 수 없습니다. 클래스 없이 가져오세요.</translation>
  </message>
  <message>
   <source>{0} is no Python file</source>
   <translation>{0}은(는) Python 파일이 아닙니다</translation>
  </message>
  <message>
   <source>{0} is no Python: {1}. Mend the file, or choose another one.</source>
   <translation>{0}은(는) Python이 아닙니다: {1}. 파일을 고치거나 다른 것을 고르세요.</translation>
  </message>
  <message>
   <source>{0} is no address of the public network, and never asked</source>
   <translation>{0}은(는) 공용 네트워크의 주소가 아니며 절대 요청하지 않습니다</translation>
  </message>
  <message>
   <source>{0} is no colour. Write it as # and six digits, such as #CC79A7.</source>
   <translation>{0}은(는) 색이 아닙니다. #CC79A7처럼 #과 여섯 자리로 쓰십시오.</translation>
  </message>
  <message>
   <source>{0} is no exported model: one .onnx file is expected there, or model.safetensors with config.json. A .pt2 file is run by the predict.py beside it.</source>
   <translation>{0}은(는) 내보낸 모델이 아닙니다. .onnx 파일 하나나 model.safetensors와 config.json이 있어야 합니다. .pt2는 옆의 predict.py로 실행하세요.</translation>
  </message>
  <message>
   <source>{0} is no list of addresses: {1}. Give a text file with one address a line, or a table (CSV) with a column called 'url'.</source>
   <translation>{0}은(는) 주소 목록이 아닙니다: {1}. 한 줄에 주소 하나인 텍스트나 'url' 열이 있는 표(CSV)를 주세요.</translation>
  </message>
  <message>
   <source>{0} is no longer there: its disk was taken out, or the folder was moved. Bring it back to where it was, then open it again.</source>
   <translation>{0}이(가) 없어졌습니다. 디스크를 뺐거나 폴더를 옮겼습니다. 제자리로 돌려놓고 다시 여세요.</translation>
  </message>
  <message>
   <source>{0} is not a Winnow project: {1}.</source>
   <translation>{0}은(는) Winnow 프로젝트가 아닙니다: {1}.</translation>
  </message>
  <message>
   <source>{0} is not the file any more that was trusted, so it is not run. Look at what changed, and trust it anew.</source>
   <translation>{0}은(는) 신뢰한 파일과 달라 실행하지 않습니다. 무엇이 바뀌었는지 보고 다시 신뢰하세요.</translation>
  </message>
  <message>
   <source>{0} is on a disk of another computer. A break of the network while something is saved can damage the project. Move its folder to a disk of this computer, and open it there.</source>
   <translation>{0}은(는) 다른 컴퓨터의 디스크에 있습니다. 저장하는 동안 네트워크가 끊기면 프로젝트가 손상될 수 있습니다. 폴더를 이 컴퓨터의 디스크로 옮겨 여세요.</translation>
  </message>
  <message>
   <source>{0} is open to look at only, so nothing can be changed in it.</source>
   <translation>{0}은(는) 보기 전용으로 열려 바꿀 수 없습니다.</translation>
  </message>
  <message>
   <source>{0} knows no observation of '{1}'. It searches by the name of a species or a group, such as 'Felis catus'.</source>
   <translation>{0}에 '{1}'의 관찰이 없습니다. 'Felis catus'처럼 종이나 무리의 이름으로 찾습니다.</translation>
  </message>
  <message>
   <source>{0} leads out of the project's folder or is no file, so {1} was not opened: in that way a project from somebody else could read or change your files. If it is your own, put in its place what it leads to.</source>
   <translation>{0}은(는) 프로젝트 폴더 밖으로 이어지거나 파일이 아니므로 {1}을(를) 열지 않았습니다. 그런 링크를 통해 다른 사람의 프로젝트가 내 파일을 읽거나 바꿀 수 있습니다. 내 프로젝트라면 링크가 가리키는 것을 그 자리에 넣으세요.</translation>
  </message>
  <message>
   <source>{0} led to more pages than are read in one crawl.</source>
   <translation>{0}은(는) 한 번에 읽는 것보다 많은 페이지로 이어졌습니다.</translation>
  </message>
  <message>
   <source>{0} lists {1} without a picture by now.</source>
   <translation>{0}에 이미지가 없어진 {1}가 적혀 있습니다.</translation>
  </message>
  <message>
   <source>{0} missing in {1}. The database has them; delete that file, and it is written anew when the project is next opened.</source>
   <translation>{1}에 {0}이 빠져 있습니다. 데이터베이스에는 있으니 그 파일을 지우세요. 프로젝트를 다시 열 때 새로 만듭니다.</translation>
  </message>
  <message>
   <source>{0} missing: 'winnow doctor --repair' makes them again.</source>
   <translation>{0}가 없습니다. 'winnow doctor --repair'로 다시 만들 수 있습니다.</translation>
  </message>
  <message>
   <source>{0} must take the number of classes and end in an nn.Linear with as many outputs ({1} here). Mend the file, and trust it again.</source>
   <translation>{0}은(는) 클래스 수를 받고 출력 수가 같은(여기서는 {1}) nn.Linear로 끝나야 합니다. 파일을 고쳐 다시 신뢰하세요.</translation>
  </message>
  <message>
   <source>{0} not as in labels.jsonl</source>
   <translation>{0}이 labels.jsonl과 다릅니다</translation>
  </message>
  <message>
   <source>{0} of '{1}' left out: more than {2} deep.</source>
   <translation>'{1}'의 {0}는 {2}단계보다 깊어 읽지 않았습니다.</translation>
  </message>
  <message>
   <source>{0} of the valid pictures are taken for one class, which only {1} of them have.</source>
   <translation>검증 이미지의 {0}이(가) 한 클래스로 예측되는데, 실제로는 {1}뿐입니다.</translation>
  </message>
  <message>
   <source>{0} of these lines gave it another label; the first one counts.</source>
   <translation>그중 {0}줄은 다른 라벨을 줍니다. 처음 것을 씁니다.</translation>
  </message>
  <message>
   <source>{0} of these pictures had to stay rejected: the originals were moved to the trash ({1}{2}). Put them back from the trash, then bring them back again.</source>
   <translation>그중 {0}장은 제외된 채입니다. 원본을 휴지통으로 옮겼습니다({1}{2}). 휴지통에서 복원한 뒤 다시 되돌리세요.</translation>
  </message>
  <message>
   <source>{0} of {1} failed when it was built for {2} classes and inputs of {3} pixels: {4}: {5}. Mend the file, and trust it again.</source>
   <translation>{1}의 {0}을(를) 클래스 {2}개와 {3}픽셀 입력으로 만들지 못했습니다: {4}: {5}. 파일을 고쳐 다시 신뢰하세요.</translation>
  </message>
  <message>
   <source>{0} of {1} in {2}. They are computed again when they are next needed.</source>
   <translation>{2}에 있는 {1}의 {0}. 다음에 필요할 때 다시 계산합니다.</translation>
  </message>
  <message>
   <source>{0} of {1} left out: the licence is none of those asked for.</source>
   <translation>{1} {0}은 원하는 라이선스가 아니어서 뺐습니다.</translation>
  </message>
  <message>
   <source>{0} of {1} passed over; rename what should come in.</source>
   <translation>{1} 중 {0} 지나침. 들일 것은 이름을 바꾸세요.</translation>
  </message>
  <message>
   <source>{0} or {1} in it cannot be read</source>
   <translation>안의 {0}이나 {1}을(를) 읽을 수 없습니다</translation>
  </message>
  <message>
   <source>{0} or {1} in it is too long</source>
   <translation>안의 {0}이나 {1}이(가) 너무 깁니다</translation>
  </message>
  <message>
   <source>{0} prefers {1}</source>
   <translation>{0} 기준 {1}</translation>
  </message>
  <message>
   <source>{0} reads the first {1} characters of a search only.</source>
   <translation>{0}은(는) 검색어의 처음 {1}자만 읽습니다.</translation>
  </message>
  <message>
   <source>{0} refused the search: {1}. Change it, or try again later.</source>
   <translation>{0}이(가) 검색을 거부했습니다: {1}. 바꾸거나 나중에 다시 하세요.</translation>
  </message>
  <message>
   <source>{0} repeated an address that stands in the list before; each is taken once.</source>
   <translation>{0}은 앞에 나온 주소를 되풀이합니다. 한 번씩만 받습니다.</translation>
  </message>
  <message>
   <source>{0} restarts: accuracy {1} ± {2} points; highest barrier from the first to another {3} nats on valid; sharpness {4} to {5}.</source>
   <translation>재시작 {0}회: 정확도 {1} ± {2}점. 처음 것에서 다른 것까지 가장 높은 장벽은 검증에서 {3}나트, 날카로움 {4}~{5}.</translation>
  </message>
  <message>
   <source>{0} takes a number, not {1}</source>
   <translation>{0}에는 {1}이(가) 아니라 숫자를 씁니다</translation>
  </message>
  <message>
   <source>{0} takes inputs of {1} pixels only, not {2}. Choose {3} as the input size.</source>
   <translation>{0}은(는) {2}이(가) 아니라 {1}픽셀 입력만 받습니다. 입력 크기로 {3}을(를) 고르세요.</translation>
  </message>
  <message>
   <source>{0} takes words, so it cannot be compared by {1}</source>
   <translation>{0}은(는) 글자여서 {1}(으)로 비교할 수 없습니다</translation>
  </message>
  <message>
   <source>{0} to {1} is no range of learning rates: choose a rising one.</source>
   <translation>{0}~{1}은(는) 학습률 범위가 아닙니다. 커지는 범위를 고르세요.</translation>
  </message>
  <message>
   <source>{0} was left out: {1}.</source>
   <translation>{0}을(를) 뺐습니다: {1}.</translation>
  </message>
  <message>
   <source>{0} was not fetched: {1}.</source>
   <translation>{0}을(를) 받지 못했습니다: {1}.</translation>
  </message>
  <message>
   <source>{0} was not unpacked: {1}. Get or pack it again.</source>
   <translation>{0}을(를) 풀지 못했습니다: {1}. 다시 받거나 다시 묶으세요.</translation>
  </message>
  <message>
   <source>{0} was stopped before its first epoch ended, so it has no weights. Choose another run.</source>
   <translation>{0}은(는) 첫 에포크가 끝나기 전에 멈춰 가중치가 없습니다. 다른 실행을 고르세요.</translation>
  </message>
  <message>
   <source>{0} was written by a newer Winnow. Update Winnow to open it; nothing was changed.</source>
   <translation>{0}은(는) 더 새로운 Winnow가 쓴 것입니다. Winnow를 업데이트하고 여세요. 아무것도 바꾸지 않았습니다.</translation>
  </message>
  <message>
   <source>{0} was written by an older Winnow and must be brought up to date first, which is not possible while it can only be read. Copy it to a folder that can be written, and open it there.</source>
   <translation>{0}은(는) 이전 Winnow가 쓴 것이어서 먼저 새 형식으로 바꾸어야 하는데, 읽을 수만 있어 바꿀 수 없습니다. 쓸 수 있는 폴더로 복사해 여세요.</translation>
  </message>
  <message>
   <source>{0} without an address, so without a picture.</source>
   <translation>{0}에 주소가 없어 이미지를 가리키지 않습니다.</translation>
  </message>
  <message>
   <source>{0} workers learn together: each takes its share of every batch of {1}, and their gradients are summed, so the batch and the learning rate stay as they are.</source>
   <translation>작업자 {0}개가 함께 배웁니다. {1}장 배치를 저마다 나누어 맡고 그래디언트를 더하므로 배치와 학습률은 그대로입니다.</translation>
  </message>
  <message>
   <source>{0} written into the page itself (data:) and not collected</source>
   <translation>{0}은(는) 페이지 자체에 적혀 있어(data:) 모으지 않았습니다</translation>
  </message>
  <message>
   <source>{0} x {1} pixels are a strip: one side is more than {2} times the other</source>
   <translation>{0} x {1}픽셀은 띠입니다. 한 변이 다른 변의 {2}배를 넘습니다</translation>
  </message>
  <message>
   <source>{0} x {1} pixels are more than are opened ({2} megapixels)</source>
   <translation>{0} x {1}픽셀은 여는 한도({2}메가픽셀)를 넘습니다</translation>
  </message>
  <message>
   <source>{0} x {1} pixels are too few: the shorter side needs {2}</source>
   <translation>{0} x {1}픽셀은 너무 작습니다. 짧은 변이 {2} 이상이어야 합니다</translation>
  </message>
  <message>
   <source>{0} x {1} tiles cannot be laid</source>
   <translation>{0} x {1} 타일은 놓을 수 없습니다</translation>
  </message>
  <message>
   <source>{0}, more than {1}. Choose larger ones, or less overlap.</source>
   <translation>{0}, {1}개를 넘습니다. 더 크게 하거나 덜 겹치세요.</translation>
  </message>
  <message>
   <source>{0}, so there is nothing to export. Label pictures, or keep those of unknown licence in.</source>
   <translation>{0}. 그래서 내보낼 것이 없습니다. 라벨을 붙이거나, 라이선스를 모르는 것도 넣으세요.</translation>
  </message>
  <message>
   <source>{0}, the valley ({1} to {2} over {3}).</source>
   <translation>{0}, 골짜기 ({3}에서 {1}~{2}).</translation>
  </message>
  <message>
   <source>{0}, which is near enough: every picture counts the same.</source>
   <translation>{0}로 거의 고릅니다. 모든 이미지를 같게 셉니다.</translation>
  </message>
  <message>
   <source>{0}, {1} and {2} do not divide 100 per cent: each of train and valid needs at least 1, and the three must add up to 100.</source>
   <translation>{0}, {1}, {2}은(는) 100 %가 되지 않습니다. 학습과 검증은 1 이상, 셋의 합은 100이어야 합니다.</translation>
  </message>
  <message>
   <source>{0}. Check that it can be read.</source>
   <translation>{0}. 읽을 수 있는지 확인하세요.</translation>
  </message>
  <message>
   <source>{0}: choose at least 1 x 1 and at most {1} in all.</source>
   <translation>{0}: 1 x 1 이상, 모두 {1}개 이하로 고르세요.</translation>
  </message>
  <message>
   <source>{0}: groups that belong together are not cut to fit.</source>
   <translation>{0}: 함께 있어야 할 그룹은 맞추려고 자르지 않습니다.</translation>
  </message>
  <message>
   <source>{0}: it is locked.</source>
   <translation>{0}: 잠겨 있습니다.</translation>
  </message>
  <message>
   <source>{0}: one group of {1} frames that belong together is larger than the part, and stays whole.</source>
   <translation>{0}: 함께 있어야 할 프레임 {1}개짜리 그룹이 세트보다 커서 통째로 둡니다.</translation>
  </message>
  <message>
   <source>{0}; a picture of a rare class counts more in the loss, so that all classes weigh the same.</source>
   <translation>{0}입니다. 드문 클래스의 이미지를 손실에서 더 크게 세어 모든 클래스의 무게가 같습니다.</translation>
  </message>
  <message>
   <source>{0}; check how the address is written</source>
   <translation>{0}. 주소를 확인하세요</translation>
  </message>
  <message>
   <source>{0}; every picture counts the same.</source>
   <translation>{0}입니다. 모든 이미지를 같게 셉니다.</translation>
  </message>
  <message>
   <source>{0}; free some space, or choose a folder on another disk</source>
   <translation>{0}. 공간을 비우거나 다른 디스크의 폴더를 고르세요</translation>
  </message>
  <message>
   <source>{0}; of {1} classes, nothing known yet, it must be near {2}</source>
   <translation>{0}. 클래스 {1}개를 아직 모를 때는 {2}에 가까워야 합니다</translation>
  </message>
  <message>
   <source>{0}; rare classes are drawn more often, so that a batch has about as many of each.</source>
   <translation>{0}입니다. 드문 클래스를 더 자주 뽑아 배치에 저마다 비슷하게 들어갑니다.</translation>
  </message>
  <message>
   <source>{n} change of labels</source>
   <translation>라벨 변경 {n}건</translation>
  </message>
  <message>
   <source>{n} changes of labels</source>
   <translation>라벨 변경 {n}건</translation>
  </message>
  <message>
   <source>{n} cluster</source>
   <translation>클러스터 {n}개</translation>
  </message>
  <message>
   <source>{n} clusters</source>
   <translation>클러스터 {n}개</translation>
  </message>
  <message>
   <source>{n} damaged embedding</source>
   <translation>손상된 임베딩 {n}개</translation>
  </message>
  <message>
   <source>{n} damaged embeddings</source>
   <translation>손상된 임베딩 {n}개</translation>
  </message>
  <message>
   <source>{n} epoch</source>
   <translation>{n}에포크</translation>
  </message>
  <message>
   <source>{n} epochs</source>
   <translation>{n}에포크</translation>
  </message>
  <message>
   <source>{n} file</source>
   <translation>파일 {n}개</translation>
  </message>
  <message>
   <source>{n} files</source>
   <translation>파일 {n}개</translation>
  </message>
  <message>
   <source>{n} folder</source>
   <translation>폴더 {n}개</translation>
  </message>
  <message>
   <source>{n} folders</source>
   <translation>폴더 {n}개</translation>
  </message>
  <message>
   <source>{n} frame</source>
   <translation>프레임 {n}개</translation>
  </message>
  <message>
   <source>{n} frames</source>
   <translation>프레임 {n}개</translation>
  </message>
  <message>
   <source>{n} hidden or system file</source>
   <translation>숨김·시스템 파일 {n}개</translation>
  </message>
  <message>
   <source>{n} hidden or system files</source>
   <translation>숨김·시스템 파일 {n}개</translation>
  </message>
  <message>
   <source>{n} hour</source>
   <translation>{n}시간</translation>
  </message>
  <message>
   <source>{n} hours</source>
   <translation>{n}시간</translation>
  </message>
  <message>
   <source>{n} image</source>
   <translation>이미지 {n}장</translation>
  </message>
  <message>
   <source>{n} images</source>
   <translation>이미지 {n}장</translation>
  </message>
  <message>
   <source>{n} kind</source>
   <translation>{n}가지</translation>
  </message>
  <message>
   <source>{n} kind has</source>
   <translation>{n}가지에</translation>
  </message>
  <message>
   <source>{n} kinds</source>
   <translation>{n}가지</translation>
  </message>
  <message>
   <source>{n} kinds have</source>
   <translation>{n}가지에</translation>
  </message>
  <message>
   <source>{n} line</source>
   <translation>{n}줄</translation>
  </message>
  <message>
   <source>{n} lines</source>
   <translation>{n}줄</translation>
  </message>
  <message>
   <source>{n} link</source>
   <translation>링크 {n}개</translation>
  </message>
  <message>
   <source>{n} linked page</source>
   <translation>링크된 페이지 {n}개</translation>
  </message>
  <message>
   <source>{n} linked pages</source>
   <translation>링크된 페이지 {n}개</translation>
  </message>
  <message>
   <source>{n} links</source>
   <translation>링크 {n}개</translation>
  </message>
  <message>
   <source>{n} minute</source>
   <translation>{n}분</translation>
  </message>
  <message>
   <source>{n} minutes</source>
   <translation>{n}분</translation>
  </message>
  <message>
   <source>{n} photo</source>
   <translation>사진 {n}장</translation>
  </message>
  <message>
   <source>{n} photos</source>
   <translation>사진 {n}장</translation>
  </message>
  <message>
   <source>{n} picture</source>
   <translation>이미지 {n}장</translation>
  </message>
  <message>
   <source>{n} picture is</source>
   <translation>이미지 {n}장은</translation>
  </message>
  <message>
   <source>{n} picture or frame</source>
   <translation>이미지나 프레임 {n}개</translation>
  </message>
  <message>
   <source>{n} pictures</source>
   <translation>이미지 {n}장</translation>
  </message>
  <message>
   <source>{n} pictures are</source>
   <translation>이미지 {n}장은</translation>
  </message>
  <message>
   <source>{n} pictures or frames</source>
   <translation>이미지나 프레임 {n}개</translation>
  </message>
  <message>
   <source>{n} restart</source>
   <translation>재시작 {n}회</translation>
  </message>
  <message>
   <source>{n} restarts</source>
   <translation>재시작 {n}회</translation>
  </message>
  <message>
   <source>{n} row</source>
   <translation>{n}행</translation>
  </message>
  <message>
   <source>{n} rows</source>
   <translation>{n}행</translation>
  </message>
  <message>
   <source>{n} second</source>
   <translation>{n}초</translation>
  </message>
  <message>
   <source>{n} seconds</source>
   <translation>{n}초</translation>
  </message>
  <message>
   <source>{n} seed</source>
   <translation>시드 {n}개</translation>
  </message>
  <message>
   <source>{n} seeds</source>
   <translation>시드 {n}개</translation>
  </message>
  <message>
   <source>{n} step</source>
   <translation>{n}스텝</translation>
  </message>
  <message>
   <source>{n} steps</source>
   <translation>{n}스텝</translation>
  </message>
  <message>
   <source>{n} thumbnail</source>
   <translation>섬네일 {n}개</translation>
  </message>
  <message>
   <source>{n} thumbnails</source>
   <translation>섬네일 {n}개</translation>
  </message>
  <message>
   <source>{n} time</source>
   <translation>{n}번</translation>
  </message>
  <message>
   <source>{n} times</source>
   <translation>{n}번</translation>
  </message>
  <message>
   <source>{n} training picture</source>
   <translation>학습 이미지 {n}장</translation>
  </message>
  <message>
   <source>{n} training pictures</source>
   <translation>학습 이미지 {n}장</translation>
  </message>
  <message>
   <source>{n} varied view</source>
   <translation>변형 {n}가지</translation>
  </message>
  <message>
   <source>{n} varied views</source>
   <translation>변형 {n}가지</translation>
  </message>
 </context>
 <context>
  <name>Counted</name>
  <message numerus="yes">
   <source>{0} classes</source>
   <translation>
    <numerusform>클래스 {0}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} clusters</source>
   <translation>
    <numerusform>클러스터 {0}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} frames</source>
   <translation>
    <numerusform>프레임 {0}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} groups</source>
   <translation>
    <numerusform>그룹 {0}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} images</source>
   <translation>
    <numerusform>이미지 {0}장</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pairs</source>
   <translation>
    <numerusform>쌍 {0}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CoveredFrames</name>
  <message numerus="yes">
   <source>{0} covered frames</source>
   <translation>
    <numerusform>겹친 프레임 {0}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CurvesBox</name>
  <message>
   <source>Precision and recall</source>
   <translation>정밀도와 재현율</translation>
  </message>
  <message>
   <source>ROC</source>
   <translation>ROC</translation>
  </message>
  <message>
   <source>precision over recall</source>
   <translation>재현율에 따른 정밀도</translation>
  </message>
  <message>
   <source>true against false positive rate</source>
   <translation>참 양성률 대 거짓 양성률</translation>
  </message>
  <message>
   <source>{0}: area {1}</source>
   <translation>{0}: 면적 {1}</translation>
  </message>
 </context>
 <context>
  <name>CurvesPage</name>
  <message>
   <source>95 % interval {0}–{1} %</source>
   <translation>95 % 구간 {0}–{1} %</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>에포크</translation>
  </message>
  <message>
   <source>Linear</source>
   <translation>선형</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>로그</translation>
  </message>
  <message>
   <source>Scale of the loss</source>
   <translation>손실 눈금</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>부드럽게</translation>
  </message>
  <message>
   <source>Smooth the train lines</source>
   <translation>학습 곡선 부드럽게</translation>
  </message>
  <message>
   <source>Smooth the train lines; valid is never smoothed</source>
   <translation>학습 곡선을 부드럽게 합니다. 검증 곡선은 그대로 둡니다</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>스텝</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>시간</translation>
  </message>
  <message numerus="yes">
   <source>a tenth after every {0} epochs</source>
   <translation>
    <numerusform>{0}에포크마다 10분의 1</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>a tenth after {0} epochs without a lower valid loss</source>
   <translation>
    <numerusform>검증 손실이 {0}에포크 동안 낮아지지 않으면 10분의 1</numerusform>
   </translation>
  </message>
  <message>
   <source>constant</source>
   <translation>고정</translation>
  </message>
  <message>
   <source>cosine after {0} of warm-up</source>
   <translation>워밍업 {0} 뒤 코사인</translation>
  </message>
  <message numerus="yes">
   <source>cosine, again after every {0} epochs</source>
   <translation>
    <numerusform>코사인, {0}에포크마다 다시</numerusform>
   </translation>
  </message>
  <message>
   <source>kept</source>
   <translation>남김</translation>
  </message>
  <message>
   <source>kept: epoch {0}, {1}</source>
   <translation>남김: {0}에포크, {1}</translation>
  </message>
  <message>
   <source>one-cycle, rising for {0} of the steps</source>
   <translation>원사이클, 스텝의 {0} 동안 상승</translation>
  </message>
  <message>
   <source>train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>x axis</source>
   <translation>x축</translation>
  </message>
 </context>
 <context>
  <name>DataSetPanel</name>
  <message numerus="yes">
   <source>An export was stopped after {0} files.</source>
   <translation>
    <numerusform>파일 {0}개 뒤에 멈춘 내보내기가 있습니다.</numerusform>
   </translation>
  </message>
  <message>
   <source>As it is</source>
   <translation>그대로</translation>
  </message>
  <message>
   <source>Attribution and licence file</source>
   <translation>저작자 표시와 라이선스 파일</translation>
  </message>
  <message>
   <source>Begin anew</source>
   <translation>새로 시작</translation>
  </message>
  <message>
   <source>Boxes lie over untouched originals.</source>
   <translation>원본은 그대로 두고 상자만 더합니다.</translation>
  </message>
  <message>
   <source>Cut and pad</source>
   <translation>자르기와 여백</translation>
  </message>
  <message>
   <source>Data set</source>
   <translation>데이터 세트</translation>
  </message>
  <message>
   <source>Export data set</source>
   <translation>데이터 세트 내보내기</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>파일</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>형식</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>Keep as boxes</source>
   <translation>상자로 유지</translation>
  </message>
  <message>
   <source>Label pictures in Sort first.</source>
   <translation>먼저 정리에서 이미지에 라벨을 붙이세요.</translation>
  </message>
  <message>
   <source>Longest side</source>
   <translation>가장 긴 변</translation>
  </message>
  <message>
   <source>No picture has a known licence: switch 'Leave them out' off.</source>
   <translation>라이선스를 아는 이미지가 없습니다. '빼기'를 끄세요.</translation>
  </message>
  <message>
   <source>Only JPEG and WebP lose something: choose one first.</source>
   <translation>JPEG와 WebP만 품질이 줄어듭니다. 먼저 하나를 고르세요.</translation>
  </message>
  <message>
   <source>Parquet needs the package pyarrow. Where Winnow was installed by pip: pip install winnow[parquet]</source>
   <translation>Parquet에는 pyarrow 패키지가 필요합니다. Winnow를 pip로 설치했다면: pip install winnow[parquet]</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>품질</translation>
  </message>
  <message>
   <source>There is no split yet: make one in Split first.</source>
   <translation>아직 분할이 없습니다. 먼저 분할에서 만드세요.</translation>
  </message>
  <message>
   <source>Train, valid and test apart</source>
   <translation>학습·검증·테스트 나누기</translation>
  </message>
  <message>
   <source>What will be written</source>
   <translation>저장될 내용</translation>
  </message>
  <message>
   <source>With it</source>
   <translation>함께 넣기</translation>
  </message>
  <message>
   <source>With the same choices it goes on there; with others it begins anew.</source>
   <translation>같은 선택이면 이어서 하고, 다르면 새로 시작합니다.</translation>
  </message>
  <message>
   <source>about {0}</source>
   <translation>약 {0}</translation>
  </message>
  <message>
   <source>data card: counts, sources, licences</source>
   <translation>데이터 카드: 개수, 출처, 라이선스</translation>
  </message>
  <message>
   <source>needs pyarrow</source>
   <translation>pyarrow 필요</translation>
  </message>
  <message>
   <source>originals: {0}</source>
   <translation>원본: {0}</translation>
  </message>
  <message>
   <source>who made what</source>
   <translation>누가 무엇을 만들었는지</translation>
  </message>
  <message numerus="yes">
   <source>{0} images; {1} of unknown licence stay here</source>
   <translation>
    <numerusform>이미지 {0}장. 라이선스를 모르는 {1}장은 남습니다</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{1}의 {0}</translation>
  </message>
  <message>
   <source>{0} px</source>
   <translation>{0} px</translation>
  </message>
 </context>
 <context>
  <name>Dates</name>
  <message>
   <source>d MMM</source>
   <translation>M월 d일</translation>
  </message>
  <message>
   <source>d MMM yyyy</source>
   <translation>yyyy년 M월 d일</translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <translation>{0} {1}</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>Frame copied. Paste it over another picture.</source>
   <translation>프레임을 복사했습니다. 다른 이미지에 붙여 넣으세요.</translation>
  </message>
  <message>
   <source>This picture has no uniform borders.</source>
   <translation>이 이미지에는 단색 테두리가 없습니다.</translation>
  </message>
 </context>
 <context>
  <name>Doctor</name>
  <message>
   <source>Training doctor</source>
   <translation>학습 진단</translation>
  </message>
 </context>
 <context>
  <name>DoctorPanel</name>
  <message>
   <source>Check the labels</source>
   <translation>라벨 확인</translation>
  </message>
  <message>
   <source>Double the batch</source>
   <translation>배치 두 배로</translation>
  </message>
  <message>
   <source>Draw rare classes more</source>
   <translation>드문 클래스 더 뽑기</translation>
  </message>
  <message>
   <source>Examine</source>
   <translation>진단</translation>
  </message>
  <message>
   <source>Go to folds</source>
   <translation>폴드로 이동</translation>
  </message>
  <message>
   <source>Hide the doctor's words</source>
   <translation>진단 내용 숨기기</translation>
  </message>
  <message>
   <source>Look for what is wrong with this run, and what to do about it</source>
   <translation>이 실행의 문제와 해결 방법을 찾습니다</translation>
  </message>
  <message>
   <source>Open the LR finder</source>
   <translation>학습률 찾기 열기</translation>
  </message>
  <message>
   <source>Split again</source>
   <translation>다시 분할</translation>
  </message>
  <message>
   <source>Training doctor</source>
   <translation>학습 진단</translation>
  </message>
  <message>
   <source>Use a tenth of the rate</source>
   <translation>학습률을 10분의 1로</translation>
  </message>
  <message>
   <source>Use one-cycle</source>
   <translation>원사이클 사용</translation>
  </message>
  <message>
   <source>Use ten times the rate</source>
   <translation>학습률을 10배로</translation>
  </message>
  <message numerus="yes">
   <source>Use {0} epochs</source>
   <translation>
    <numerusform>{0}에포크 사용</numerusform>
   </translation>
  </message>
  <message>
   <source>examines the run when it ends.</source>
   <translation>학습이 끝나면 진단합니다.</translation>
  </message>
  <message>
   <source>examines {0}…</source>
   <translation>{0} 진단 중…</translation>
  </message>
  <message>
   <source>found nothing wrong with {0}.</source>
   <translation>{0}: 문제를 찾지 못했습니다.</translation>
  </message>
  <message>
   <source>{0} more: put these right first.</source>
   <translation>{0}개 더 있음: 이것부터 해결하세요.</translation>
  </message>
  <message>
   <source>{0} was not examined.</source>
   <translation>{0}: 진단하지 않았습니다.</translation>
  </message>
 </context>
 <context>
  <name>DragOut</name>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>이미지 {0}장</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DriveForm</name>
  <message>
   <source>A file or a folder that is shared with 'anyone with the link'. No account is needed.</source>
   <translation>'링크가 있는 모든 사용자'에게 공유된 파일이나 폴더. 계정은 필요 없습니다.</translation>
  </message>
  <message>
   <source>Paste the share link.</source>
   <translation>공유 링크를 붙여 넣으세요.</translation>
  </message>
  <message>
   <source>Share link</source>
   <translation>공유 링크</translation>
  </message>
 </context>
 <context>
  <name>EditKeys</name>
  <message>
   <source>Add a frame</source>
   <translation>프레임 추가</translation>
  </message>
  <message>
   <source>Copy the frame</source>
   <translation>프레임 복사</translation>
  </message>
  <message>
   <source>Delete the frame</source>
   <translation>프레임 삭제</translation>
  </message>
  <message>
   <source>Duplicate the frame</source>
   <translation>프레임 복제</translation>
  </message>
  <message>
   <source>Find the subject</source>
   <translation>피사체 찾기</translation>
  </message>
  <message>
   <source>Label the frame as its picture</source>
   <translation>프레임 라벨을 이미지와 같게</translation>
  </message>
  <message>
   <source>Label the frame: key {0}</source>
   <translation>프레임 라벨 지정: {0} 키</translation>
  </message>
  <message>
   <source>Lines at the thirds</source>
   <translation>3등분 선</translation>
  </message>
  <message>
   <source>Mirror left to right</source>
   <translation>좌우로 뒤집기</translation>
  </message>
  <message>
   <source>Mirror top to bottom</source>
   <translation>상하로 뒤집기</translation>
  </message>
  <message>
   <source>Next frame</source>
   <translation>다음 프레임</translation>
  </message>
  <message>
   <source>Next picture, without accepting</source>
   <translation>수락하지 않고 다음 이미지</translation>
  </message>
  <message>
   <source>Paste the frame</source>
   <translation>프레임 붙여 넣기</translation>
  </message>
  <message>
   <source>Picture before</source>
   <translation>이전 이미지</translation>
  </message>
  <message>
   <source>Put the frame earlier</source>
   <translation>프레임을 앞으로</translation>
  </message>
  <message>
   <source>Put the frame later</source>
   <translation>프레임을 뒤로</translation>
  </message>
  <message>
   <source>Reset the frame</source>
   <translation>프레임 초기화</translation>
  </message>
  <message>
   <source>Take the fill's colour from the picture</source>
   <translation>이미지에서 채움 색 가져오기</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>타일</translation>
  </message>
  <message>
   <source>Trim borders</source>
   <translation>테두리 제거</translation>
  </message>
  <message>
   <source>Turn by a quarter</source>
   <translation>90도 회전</translation>
  </message>
 </context>
 <context>
  <name>EditRoom</name>
  <message>
   <source>Accept, next</source>
   <translation>수락하고 다음</translation>
  </message>
  <message>
   <source>Change of the draft</source>
   <translation>초안 변경</translation>
  </message>
  <message>
   <source>Changed: {0}. Left as they were: {1}.</source>
   <translation>변경: {0}. 그대로 둠: {1}.</translation>
  </message>
  <message>
   <source>Collect pictures first. A frame over each of them crops or pads it.</source>
   <translation>먼저 이미지를 수집하세요. 이미지마다 프레임을 놓아 자르거나 여백을 더합니다.</translation>
  </message>
  <message>
   <source>Could not be opened: {0}.</source>
   <translation>열 수 없음: {0}.</translation>
  </message>
  <message numerus="yes">
   <source>Frames of {0} pictures</source>
   <translation>
    <numerusform>이미지 {0}장의 프레임</numerusform>
   </translation>
  </message>
  <message>
   <source>Go on without accepting; what was drafted is kept</source>
   <translation>수락하지 않고 넘어갑니다. 초안은 남습니다</translation>
  </message>
  <message>
   <source>Next picture</source>
   <translation>다음 이미지</translation>
  </message>
  <message>
   <source>Nothing to edit yet</source>
   <translation>아직 편집할 것이 없습니다</translation>
  </message>
  <message>
   <source>Picture before</source>
   <translation>이전 이미지</translation>
  </message>
  <message>
   <source>Reset frame</source>
   <translation>프레임 초기화</translation>
  </message>
  <message>
   <source>Show all pictures</source>
   <translation>모든 이미지 보기</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>건너뛰기</translation>
  </message>
  <message>
   <source>That was the last picture; its frame is kept.</source>
   <translation>마지막 이미지였습니다. 프레임을 저장했습니다.</translation>
  </message>
  <message>
   <source>draft, not accepted yet</source>
   <translation>초안, 아직 수락 전</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
  <message>
   <source>{0} of {1} selected</source>
   <translation>{1}장 중 {0}장 선택됨</translation>
  </message>
 </context>
 <context>
  <name>Ending</name>
  <message>
   <source>Nothing was exported</source>
   <translation>내보내지 못했습니다</translation>
  </message>
  <message>
   <source>Nothing was put into the target folder.</source>
   <translation>대상 폴더에는 아무것도 넣지 않았습니다.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>열기</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>폴더 열기</translation>
  </message>
  <message>
   <source>Report written</source>
   <translation>보고서를 저장했습니다</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>중지</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>중지됨</translation>
  </message>
  <message numerus="yes">
   <source>The exported model agrees on {0} pictures; largest difference {1}</source>
   <translation>
    <numerusform>내보낸 모델이 이미지 {0}장에서 일치합니다. 최대 차이 {1}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} files packed</source>
   <translation>
    <numerusform>파일 {0}개를 묶었습니다</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} images of unknown licence were left out.</source>
   <translation>
    <numerusform>라이선스를 모르는 이미지 {0}장을 뺐습니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures written</source>
   <translation>
    <numerusform>이미지 {0}장을 저장했습니다</numerusform>
   </translation>
  </message>
  <message>
   <source>{0}: largest difference {1}</source>
   <translation>{0}: 최대 차이 {1}</translation>
  </message>
 </context>
 <context>
  <name>Engines</name>
  <message>
   <source>All cores, by Ray</source>
   <translation>모든 코어, Ray로</translation>
  </message>
  <message>
   <source>Cluster {0}</source>
   <translation>클러스터 {0}</translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>이 컴퓨터</translation>
  </message>
 </context>
 <context>
  <name>EpochBars</name>
  <message>
   <source>Time per epoch</source>
   <translation>에포크당 시간</translation>
  </message>
  <message>
   <source>ms</source>
   <translation>밀리초</translation>
  </message>
  <message>
   <source>s</source>
   <translation>초</translation>
  </message>
 </context>
 <context>
  <name>ExplainPane</name>
  <message>
   <source>Fix the label</source>
   <translation>라벨 고치기</translation>
  </message>
  <message>
   <source>Grad-CAM</source>
   <translation>Grad-CAM</translation>
  </message>
  <message>
   <source>Grad-CAM: parts that spoke for what was said. Pixels: where a change would matter most.</source>
   <translation>Grad-CAM: 예측을 뒷받침한 부분. 픽셀: 바뀌면 영향이 가장 큰 곳.</translation>
  </message>
  <message>
   <source>How much of the picture the heat covers</source>
   <translation>열지도가 이미지를 덮는 정도</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>끔</translation>
  </message>
  <message>
   <source>Pixels</source>
   <translation>픽셀</translation>
  </message>
  <message>
   <source>Prediction</source>
   <translation>예측</translation>
  </message>
  <message>
   <source>Show where it looked</source>
   <translation>어디를 보았는지 표시</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>세기</translation>
  </message>
  <message>
   <source>True label</source>
   <translation>정답 라벨</translation>
  </message>
 </context>
 <context>
  <name>ExportPanel</name>
  <message>
   <source>The project is being read</source>
   <translation>프로젝트를 읽고 있습니다</translation>
  </message>
 </context>
 <context>
  <name>ExportRoom</name>
  <message>
   <source>As it is</source>
   <translation>그대로</translation>
  </message>
  <message>
   <source>COCO</source>
   <translation>COCO</translation>
  </message>
  <message>
   <source>CSV</source>
   <translation>CSV</translation>
  </message>
  <message>
   <source>Choose a folder to export to.</source>
   <translation>내보낼 폴더를 고르세요.</translation>
  </message>
  <message>
   <source>Clusters and labels</source>
   <translation>클러스터와 라벨</translation>
  </message>
  <message>
   <source>Data card</source>
   <translation>데이터 카드</translation>
  </message>
  <message>
   <source>Export all three</source>
   <translation>셋 모두 내보내기</translation>
  </message>
  <message>
   <source>Exporting the data set</source>
   <translation>데이터 세트 내보내기</translation>
  </message>
  <message>
   <source>Exporting {0}</source>
   <translation>{0} 내보내기</translation>
  </message>
  <message>
   <source>How it was collected</source>
   <translation>수집 방법</translation>
  </message>
  <message>
   <source>Hugging Face</source>
   <translation>Hugging Face</translation>
  </message>
  <message>
   <source>Image folders</source>
   <translation>이미지 폴더</translation>
  </message>
  <message>
   <source>JPEG</source>
   <translation>JPEG</translation>
  </message>
  <message>
   <source>Label pictures in Sort first. Then the data set and what you train from it go out from here.</source>
   <translation>먼저 정리에서 이미지에 라벨을 붙이세요. 그러면 데이터 세트와 학습한 모델을 여기서 내보냅니다.</translation>
  </message>
  <message>
   <source>Nothing to export yet</source>
   <translation>아직 내보낼 것이 없습니다</translation>
  </message>
  <message>
   <source>ONNX</source>
   <translation>ONNX</translation>
  </message>
  <message>
   <source>One of the three cannot be exported now.</source>
   <translation>셋 중 하나를 지금 내보낼 수 없습니다.</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>폴더 열기</translation>
  </message>
  <message>
   <source>Originals stay untouched; an export is a copy</source>
   <translation>원본은 그대로이며, 내보내기는 사본입니다</translation>
  </message>
  <message>
   <source>PNG</source>
   <translation>PNG</translation>
  </message>
  <message>
   <source>Packing the project</source>
   <translation>프로젝트 묶기</translation>
  </message>
  <message>
   <source>Parquet</source>
   <translation>Parquet</translation>
  </message>
  <message>
   <source>Split and its proof</source>
   <translation>분할과 증명</translation>
  </message>
  <message>
   <source>Suspected wrong labels</source>
   <translation>잘못 붙었을 수 있는 라벨</translation>
  </message>
  <message>
   <source>Test result</source>
   <translation>평가 결과</translation>
  </message>
  <message>
   <source>Training curves</source>
   <translation>학습 곡선</translation>
  </message>
  <message>
   <source>WebDataset</source>
   <translation>WebDataset</translation>
  </message>
  <message>
   <source>WebP</source>
   <translation>WebP</translation>
  </message>
  <message>
   <source>Weights (safetensors)</source>
   <translation>가중치 (safetensors)</translation>
  </message>
  <message>
   <source>Writing the report</source>
   <translation>보고서 쓰기</translation>
  </message>
  <message>
   <source>boxes in JSON</source>
   <translation>JSON에 상자</translation>
  </message>
  <message>
   <source>folder + metadata</source>
   <translation>폴더 + 메타데이터</translation>
  </message>
  <message>
   <source>one folder a class</source>
   <translation>클래스마다 폴더 하나</translation>
  </message>
  <message>
   <source>pictures in the table</source>
   <translation>표 안에 이미지</translation>
  </message>
  <message>
   <source>table and pictures</source>
   <translation>표와 이미지</translation>
  </message>
  <message>
   <source>tar shards</source>
   <translation>tar 조각</translation>
  </message>
  <message>
   <source>torch export (.pt2)</source>
   <translation>torch export (.pt2)</translation>
  </message>
 </context>
 <context>
  <name>FailureDialog</name>
  <message>
   <source>Copy details</source>
   <translation>자세한 내용 복사</translation>
  </message>
  <message>
   <source>Details of the error</source>
   <translation>오류의 자세한 내용</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>계속</translation>
  </message>
  <message>
   <source>Reopen project</source>
   <translation>프로젝트 다시 열기</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>문제가 생겼습니다</translation>
  </message>
  <message>
   <source>Something went wrong in Winnow</source>
   <translation>Winnow에 문제가 생겼습니다</translation>
  </message>
  <message>
   <source>The details are in the log on this computer too. Nothing is sent to anybody.</source>
   <translation>자세한 내용은 이 컴퓨터의 기록에도 있습니다. 아무에게도 보내지 않습니다.</translation>
  </message>
  <message>
   <source>What you did last may not have happened. All that was saved before it is safe.</source>
   <translation>마지막으로 한 일은 반영되지 않았을 수 있습니다. 그전에 저장된 것은 모두 안전합니다.</translation>
  </message>
 </context>
 <context>
  <name>FallenList</name>
  <message>
   <source>Copy address</source>
   <translation>주소 복사</translation>
  </message>
  <message>
   <source>What fell out</source>
   <translation>빠진 것</translation>
  </message>
 </context>
 <context>
  <name>Features</name>
  <message>
   <source>Colour</source>
   <translation>색상</translation>
  </message>
  <message>
   <source>Embedding</source>
   <translation>임베딩</translation>
  </message>
  <message>
   <source>Pixels</source>
   <translation>픽셀</translation>
  </message>
 </context>
 <context>
  <name>Fields</name>
  <message>
   <source>As the system</source>
   <translation>시스템에 따라</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>자동</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>고르기…</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>비우기</translation>
  </message>
  <message>
   <source>Colour, no network</source>
   <translation>색상, 네트워크 없음</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>어둡게</translation>
  </message>
  <message>
   <source>Folder of prepared networks</source>
   <translation>준비된 네트워크 폴더</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>고대비</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>밝게</translation>
  </message>
  <message>
   <source>None</source>
   <translation>없음</translation>
  </message>
  <message>
   <source>Pixels, no network</source>
   <translation>픽셀, 네트워크 없음</translation>
  </message>
  <message>
   <source>Processor only</source>
   <translation>프로세서만</translation>
  </message>
  <message>
   <source>System</source>
   <translation>시스템</translation>
  </message>
  <message>
   <source>there are none at present</source>
   <translation>지금은 없습니다</translation>
  </message>
  <message>
   <source>{0} of at most {1}: networks {2}, pixels to train on {3}</source>
   <translation>최대 {1} 중 {0}: 네트워크 {2}, 학습용 픽셀 {3}</translation>
  </message>
 </context>
 <context>
  <name>FillField</name>
  <message>
   <source>Blur</source>
   <translation>흐림</translation>
  </message>
  <message>
   <source>Click a point of the picture to take its colour</source>
   <translation>이미지의 한 점을 클릭해 색을 가져옵니다</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>색상</translation>
  </message>
  <message>
   <source>Edge</source>
   <translation>연장</translation>
  </message>
  <message>
   <source>Edge pixels twice (symmetric)</source>
   <translation>가장자리 픽셀 두 번 (대칭)</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>채움</translation>
  </message>
  <message>
   <source>From the picture</source>
   <translation>색 뽑기</translation>
  </message>
  <message>
   <source>Mean</source>
   <translation>평균</translation>
  </message>
  <message>
   <source>Reflect</source>
   <translation>반사</translation>
  </message>
 </context>
 <context>
  <name>Film</name>
  <message>
   <source>Film strip</source>
   <translation>필름 스트립</translation>
  </message>
 </context>
 <context>
  <name>FilmStrip</name>
  <message>
   <source>Move the film strip back</source>
   <translation>필름 스트립 뒤로</translation>
  </message>
  <message>
   <source>Move the film strip on</source>
   <translation>필름 스트립 앞으로</translation>
  </message>
 </context>
 <context>
  <name>FilterPane</name>
  <message>
   <source>File, page, author…</source>
   <translation>파일, 페이지, 저작자…</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>필터</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>지우기</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>라벨</translation>
  </message>
  <message>
   <source>Name and colour of a label</source>
   <translation>라벨의 이름과 색</translation>
  </message>
  <message>
   <source>Name of the filter {0}:</source>
   <translation>필터 이름, {0}:</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>품질</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <source>Save filter</source>
   <translation>필터 저장</translation>
  </message>
  <message>
   <source>Save this filter…</source>
   <translation>이 필터 저장…</translation>
  </message>
  <message>
   <source>Saved filters</source>
   <translation>저장한 필터</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>모두 보기</translation>
  </message>
  <message>
   <source>Source · {0}</source>
   <translation>출처 · {0}</translation>
  </message>
  <message>
   <source>Unlabelled</source>
   <translation>라벨 없음</translation>
  </message>
  <message>
   <source>Words, or terms such as label:cat -part:test size&gt;300 quality:dark cluster:3 …   /</source>
   <translation>단어나 조건: label:cat -part:test size&gt;300 quality:dark cluster:3 …   /</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>접힘</translation>
  </message>
  <message>
   <source>open</source>
   <translation>펼침</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
 </context>
 <context>
  <name>FinderPanel</name>
  <message>
   <source>Commands</source>
   <translation>명령</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>라벨</translation>
  </message>
  <message>
   <source>Nothing is called that</source>
   <translation>그런 이름이 없습니다</translation>
  </message>
  <message>
   <source>Search images, labels and commands</source>
   <translation>이미지, 라벨, 명령 검색</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>설정</translation>
  </message>
  <message>
   <source>close</source>
   <translation>닫기</translation>
  </message>
  <message>
   <source>move</source>
   <translation>이동</translation>
  </message>
  <message>
   <source>only commands</source>
   <translation>명령만</translation>
  </message>
  <message>
   <source>only labels</source>
   <translation>라벨만</translation>
  </message>
  <message>
   <source>run</source>
   <translation>실행</translation>
  </message>
  <message numerus="yes">
   <source>show its {0} images</source>
   <translation>
    <numerusform>이미지 {0}장 보기</numerusform>
   </translation>
  </message>
  <message>
   <source>try fewer letters</source>
   <translation>글자를 줄여 보세요</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
 </context>
 <context>
  <name>FitCards</name>
  <message>
   <source>Another part each time, for train only; valid and test get the centre crop</source>
   <translation>매번 다른 부분, 학습에만. 검증과 테스트는 가운데 자르기</translation>
  </message>
  <message>
   <source>Centre crop</source>
   <translation>가운데 자르기</translation>
  </message>
  <message>
   <source>Pad (letterbox)</source>
   <translation>여백 채움 (레터박스)</translation>
  </message>
  <message>
   <source>Random resized crop</source>
   <translation>무작위 크기 자르기</translation>
  </message>
  <message>
   <source>Squares over the whole frame: train gets one in turn, valid and test get all, which vote</source>
   <translation>프레임 전체를 덮는 정사각형: 학습은 차례로 하나씩, 검증과 테스트는 모두 받아 투표</translation>
  </message>
  <message>
   <source>Squish</source>
   <translation>늘려 맞춤</translation>
  </message>
  <message>
   <source>Stretched to the square: nothing is lost, shapes change</source>
   <translation>정사각형으로 늘림: 잃는 것은 없지만 모양이 바뀝니다</translation>
  </message>
  <message>
   <source>The middle: what is at the borders is lost</source>
   <translation>가운데만: 가장자리를 잃습니다</translation>
  </message>
  <message>
   <source>The whole frame, with the rest of the square filled</source>
   <translation>프레임 전체, 정사각형의 나머지는 채움</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>타일</translation>
  </message>
 </context>
 <context>
  <name>FitTable</name>
  <message>
   <source>A linear classifier on stored features, five folds of train and valid; about a minute</source>
   <translation>저장된 특징에 선형 분류기, 학습과 검증을 5폴드로. 약 1분</translation>
  </message>
  <message>
   <source>Centre crop</source>
   <translation>가운데 자르기</translation>
  </message>
  <message>
   <source>Distortion</source>
   <translation>왜곡</translation>
  </message>
  <message>
   <source>Enlarged</source>
   <translation>확대됨</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>맞춤</translation>
  </message>
  <message>
   <source>Fit lab</source>
   <translation>맞춤 실험</translation>
  </message>
  <message numerus="yes">
   <source>Out of fold on {0} frames, frozen network; 95 % intervals.</source>
   <translation>
    <numerusform>프레임 {0}개를 폴드 밖에서, 고정한 네트워크로. 95 % 구간.</numerusform>
   </translation>
  </message>
  <message>
   <source>Pad (letterbox)</source>
   <translation>여백 채움 (레터박스)</translation>
  </message>
  <message>
   <source>Padding</source>
   <translation>여백</translation>
  </message>
  <message>
   <source>Pixels lost</source>
   <translation>잃는 픽셀</translation>
  </message>
  <message>
   <source>Random resized crop</source>
   <translation>무작위 크기 자르기</translation>
  </message>
  <message>
   <source>Right, out of fold</source>
   <translation>정답, 폴드 밖</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>배율</translation>
  </message>
  <message>
   <source>Squish</source>
   <translation>늘려 맞춤</translation>
  </message>
  <message>
   <source>Test them quickly</source>
   <translation>빠르게 시험</translation>
  </message>
  <message>
   <source>The intervals overlap: so few frames show no difference. {0}</source>
   <translation>구간이 겹칩니다. 프레임이 적어 차이를 알 수 없습니다. {0}</translation>
  </message>
  <message>
   <source>The quick test has not been made on these frames.</source>
   <translation>이 프레임으로는 아직 빠른 시험을 하지 않았습니다.</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>타일</translation>
  </message>
  <message>
   <source>means over train and valid frames</source>
   <translation>학습·검증 프레임의 평균</translation>
  </message>
  <message>
   <source>{0} is best. {1}</source>
   <translation>{0}: 가장 좋음. {1}</translation>
  </message>
 </context>
 <context>
  <name>Flag</name>
  <message>
   <source>Almost empty</source>
   <translation>거의 비어 있음</translation>
  </message>
  <message>
   <source>Blurred</source>
   <translation>흐림</translation>
  </message>
  <message>
   <source>Border</source>
   <translation>테두리</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>어두움</translation>
  </message>
  <message>
   <source>Does not belong</source>
   <translation>어울리지 않음</translation>
  </message>
  <message>
   <source>Greyscale</source>
   <translation>흑백</translation>
  </message>
  <message>
   <source>Like a screenshot</source>
   <translation>스크린샷 같음</translation>
  </message>
  <message>
   <source>Near duplicate</source>
   <translation>거의 같은 이미지</translation>
  </message>
  <message>
   <source>Odd aspect</source>
   <translation>특이한 비율</translation>
  </message>
  <message>
   <source>Odd size</source>
   <translation>특이한 크기</translation>
  </message>
  <message>
   <source>Over-exposed</source>
   <translation>노출 과다</translation>
  </message>
  <message>
   <source>Text or logo</source>
   <translation>글자·로고</translation>
  </message>
 </context>
 <context>
  <name>FoldChart</name>
  <message>
   <source>Fold {0}</source>
   <translation>폴드 {0}</translation>
  </message>
  <message>
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <source>test {0}</source>
   <translation>테스트 {0}</translation>
  </message>
 </context>
 <context>
  <name>Folds</name>
  <message>
   <source>K</source>
   <translation>K</translation>
  </message>
  <message>
   <source>K-fold</source>
   <translation>K-폴드</translation>
  </message>
  <message>
   <source>No folds. With some, Train can learn K times, and every frame is valid once.</source>
   <translation>폴드 없음. 폴드가 있으면 K번 학습하고 모든 프레임이 한 번씩 검증됩니다.</translation>
  </message>
  <message>
   <source>Number of folds</source>
   <translation>폴드 수</translation>
  </message>
  <message>
   <source>for Train, Folds</source>
   <translation>학습의 폴드에서 사용</translation>
  </message>
  <message>
   <source>none</source>
   <translation>없음</translation>
  </message>
  <message>
   <source>{0} train and valid frames; each fold is valid once, test stays outside.</source>
   <translation>학습·검증 프레임 {0}개. 폴드마다 한 번씩 검증이 되고 테스트는 밖에 둡니다.</translation>
  </message>
 </context>
 <context>
  <name>FoldsPage</name>
  <message>
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>에포크</translation>
  </message>
  <message>
   <source>Fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <source>Fold {0}</source>
   <translation>폴드 {0}</translation>
  </message>
  <message>
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <source>How much of the result is luck?</source>
   <translation>결과에서 운은 얼마나 될까요?</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>손실</translation>
  </message>
  <message>
   <source>Mean ± sd</source>
   <translation>평균 ± 표준편차</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>정답</translation>
  </message>
  <message>
   <source>Run folds</source>
   <translation>폴드 실행</translation>
  </message>
  <message>
   <source>Run folds again</source>
   <translation>폴드 다시 실행</translation>
  </message>
  <message>
   <source>Run the folds</source>
   <translation>폴드 실행</translation>
  </message>
  <message>
   <source>The folds are being trained, one after another.</source>
   <translation>폴드를 하나씩 학습하고 있습니다.</translation>
  </message>
  <message>
   <source>Train and valid are divided into folds; each is once what is looked at, the others are learned from. The spread over the folds says how sure the accuracy is, and every frame is judged by a network that never learned from it.</source>
   <translation>학습과 검증을 폴드로 나눕니다. 폴드마다 한 번씩 검증이 되고 나머지로 배웁니다. 폴드 사이의 퍼짐이 정확도의 확실함을 알려 주고, 모든 프레임은 그것을 배운 적 없는 네트워크가 판정합니다.</translation>
  </message>
  <message>
   <source>Valid accuracy</source>
   <translation>검증 정확도</translation>
  </message>
  <message>
   <source>Valid accuracy of the folds</source>
   <translation>폴드별 검증 정확도</translation>
  </message>
  <message>
   <source>Valid loss</source>
   <translation>검증 손실</translation>
  </message>
  <message>
   <source>Valid loss of the folds</source>
   <translation>폴드별 검증 손실</translation>
  </message>
  <message>
   <source>mean of {0}</source>
   <translation>{0}개의 평균</translation>
  </message>
  <message>
   <source>one fold, number at its end</source>
   <translation>폴드 하나, 끝에 번호</translation>
  </message>
  <message numerus="yes">
   <source>{0} epochs in every fold, no early stop: a fold must not choose its own end. Near duplicates stay in one fold.</source>
   <translation>
    <numerusform>모든 폴드 {0}에포크, 조기 종료 없음: 폴드가 스스로 끝을 고르면 안 됩니다. 거의 같은 이미지는 한 폴드에 둡니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} folds × {1} epochs: {2} times as long as one such run.</source>
   <translation>
    <numerusform>{0}폴드 × {1}에포크: 한 번 실행의 {2}배 시간.</numerusform>
   </translation>
  </message>
  <message>
   <source>± 1 sd</source>
   <translation>± 1 표준편차</translation>
  </message>
 </context>
 <context>
  <name>FrameCanvas</name>
  <message>
   <source>Arrows move the frame, brackets turn it; Enter accepts, Backspace goes back, Escape cancels.</source>
   <translation>화살표로 프레임 이동, 대괄호로 회전. Enter 수락, Backspace 뒤로, Esc 취소.</translation>
  </message>
  <message>
   <source>Frame canvas</source>
   <translation>프레임 캔버스</translation>
  </message>
  <message>
   <source>bottom</source>
   <translation>아래</translation>
  </message>
  <message>
   <source>left</source>
   <translation>왼쪽</translation>
  </message>
  <message>
   <source>pads</source>
   <translation>여백</translation>
  </message>
  <message>
   <source>right</source>
   <translation>오른쪽</translation>
  </message>
  <message>
   <source>tile</source>
   <translation>타일</translation>
  </message>
  <message>
   <source>top</source>
   <translation>위</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
 </context>
 <context>
  <name>FrameList</name>
  <message>
   <source>Add</source>
   <translation>추가</translation>
  </message>
  <message>
   <source>Add a frame</source>
   <translation>프레임 추가</translation>
  </message>
  <message>
   <source>As the picture</source>
   <translation>이미지와 같음</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>삭제</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>복제</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>앞으로</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>라벨</translation>
  </message>
  <message>
   <source>Label of frame {0}: {1}</source>
   <translation>프레임 {0}의 라벨: {1}</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>뒤로</translation>
  </message>
  <message>
   <source>More for this frame</source>
   <translation>이 프레임의 다른 작업</translation>
  </message>
  <message>
   <source>no padding</source>
   <translation>여백 없음</translation>
  </message>
  <message>
   <source>subject</source>
   <translation>피사체</translation>
  </message>
  <message>
   <source>tile</source>
   <translation>타일</translation>
  </message>
  <message>
   <source>trimmed</source>
   <translation>잘라 냄</translation>
  </message>
  <message>
   <source>whole picture</source>
   <translation>이미지 전체</translation>
  </message>
  <message>
   <source>{0} % padding</source>
   <translation>여백 {0} %</translation>
  </message>
 </context>
 <context>
  <name>FramePanel</name>
  <message>
   <source>Angle</source>
   <translation>각도</translation>
  </message>
  <message>
   <source>Aspect</source>
   <translation>비율</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>복사</translation>
  </message>
  <message>
   <source>Copy the frame in hand</source>
   <translation>현재 프레임 복사</translation>
  </message>
  <message>
   <source>Fill past the edge</source>
   <translation>가장자리 밖 채움</translation>
  </message>
  <message>
   <source>Find subject</source>
   <translation>피사체 찾기</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>자유</translation>
  </message>
  <message>
   <source>Lay the copied frame over this picture, in proportion</source>
   <translation>복사한 프레임을 비례에 맞춰 이 이미지에 놓기</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>모델</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>붙이기</translation>
  </message>
  <message>
   <source>Tiles…</source>
   <translation>타일…</translation>
  </message>
  <message>
   <source>Trim borders</source>
   <translation>테두리 제거</translation>
  </message>
 </context>
 <context>
  <name>Funnel</name>
  <message>
   <source>All sources</source>
   <translation>모든 출처</translation>
  </message>
  <message>
   <source>Decoded</source>
   <translation>디코딩됨</translation>
  </message>
  <message>
   <source>Fetched</source>
   <translation>받음</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>찾음</translation>
  </message>
  <message>
   <source>Funnel</source>
   <translation>흐름</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>보관</translation>
  </message>
  <message>
   <source>Not decoded</source>
   <translation>디코딩 못 함</translation>
  </message>
  <message>
   <source>Not fetched</source>
   <translation>받지 못함</translation>
  </message>
  <message>
   <source>Not kept</source>
   <translation>보관 안 함</translation>
  </message>
  <message>
   <source>What fell out, and why</source>
   <translation>빠진 것과 이유</translation>
  </message>
  <message>
   <source>{0} are still waiting to be fetched.</source>
   <translation>{0}개가 아직 받기를 기다립니다.</translation>
  </message>
 </context>
 <context>
  <name>GridModel</name>
  <message>
   <source>edited</source>
   <translation>편집됨</translation>
  </message>
  <message>
   <source>flagged</source>
   <translation>표시됨</translation>
  </message>
  <message>
   <source>near duplicate</source>
   <translation>거의 같은 이미지</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>제외됨</translation>
  </message>
 </context>
 <context>
  <name>GridView</name>
  <message>
   <source>Arrow keys move, Shift extends, Ctrl adds; left and right on a header close and open its section.</source>
   <translation>화살표로 이동, Shift로 확장, Ctrl로 추가. 머리글에서 왼쪽·오른쪽으로 구역을 접고 펼칩니다.</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>이미지</translation>
  </message>
 </context>
 <context>
  <name>GroupPane</name>
  <message>
   <source> · {0} MB</source>
   <translation> · {0} MB</translation>
  </message>
  <message>
   <source>Cluster</source>
   <translation>클러스터</translation>
  </message>
  <message>
   <source>Clustering…</source>
   <translation>클러스터링 중…</translation>
  </message>
  <message>
   <source>Clusters k</source>
   <translation>클러스터 수 k</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>색상</translation>
  </message>
  <message>
   <source>Computed on</source>
   <translation>계산 위치</translation>
  </message>
  <message>
   <source>Duplicates</source>
   <translation>중복</translation>
  </message>
  <message>
   <source>Embedding</source>
   <translation>임베딩</translation>
  </message>
  <message>
   <source>Every picture gets its cluster as its label; one step to undo</source>
   <translation>모든 이미지에 클러스터를 라벨로 붙입니다. 한 번에 취소할 수 있습니다</translation>
  </message>
  <message>
   <source>Every picture gets its folder's name as its label; one step to undo</source>
   <translation>모든 이미지에 폴더 이름을 라벨로 붙입니다. 한 번에 취소할 수 있습니다</translation>
  </message>
  <message>
   <source>Features</source>
   <translation>특징</translation>
  </message>
  <message>
   <source>Group by</source>
   <translation>묶는 기준</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>라벨</translation>
  </message>
  <message>
   <source>Learn from the labels so far, for the unlabelled   Shift+L</source>
   <translation>지금까지의 라벨에서 배워 라벨 없는 이미지에 제안   Shift+L</translation>
  </message>
  <message>
   <source>Licence: {0}. From {1}.</source>
   <translation>라이선스: {0}. 출처: {1}.</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>방법</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>없음</translation>
  </message>
  <message>
   <source>Pixels</source>
   <translation>픽셀</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>품질</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>설정</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>출처</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>분할</translation>
  </message>
  <message>
   <source>Suggest k</source>
   <translation>k 추천</translation>
  </message>
  <message>
   <source>Suggest labels</source>
   <translation>라벨 제안</translation>
  </message>
  <message>
   <source>This method finds their number itself.</source>
   <translation>이 방법은 클러스터 수를 스스로 찾습니다.</translation>
  </message>
  <message>
   <source>Try several k and see which fits</source>
   <translation>여러 k를 시험해 맞는 것을 찾습니다</translation>
  </message>
  <message>
   <source>Use clusters as labels</source>
   <translation>클러스터를 라벨로 사용</translation>
  </message>
  <message>
   <source>Use folders as labels</source>
   <translation>폴더를 라벨로 사용</translation>
  </message>
 </context>
 <context>
  <name>Guide</name>
  <message>
   <source>A classifier tells at least two labels apart: give pictures two different ones first.</source>
   <translation>분류기는 둘 이상의 라벨을 구분합니다. 먼저 이미지에 서로 다른 라벨 둘을 붙이세요.</translation>
  </message>
  <message>
   <source>A run is here. Try other recipes as you like; when one is chosen, look at it once in Test.</source>
   <translation>실행이 하나 있습니다. 다른 레시피도 마음껏 시험하고, 하나를 골랐으면 평가에서 한 번 보세요.</translation>
  </message>
  <message>
   <source>Bring pictures in: press “Add source”, or drop a folder or a zip anywhere in the window.</source>
   <translation>이미지를 들여오세요: “출처 추가”를 누르거나 폴더나 zip을 창 아무 곳에나 놓으세요.</translation>
  </message>
  <message>
   <source>Choose a form for the pictures or the model, and write it to a folder.</source>
   <translation>이미지나 모델의 형식을 골라 폴더에 저장하세요.</translation>
  </message>
  <message>
   <source>Divide the pictures: one part to learn from, one to compare runs by, one kept sealed for the end.</source>
   <translation>이미지를 나누세요: 배울 부분, 실행을 비교할 부분, 끝까지 봉인할 부분.</translation>
  </message>
  <message>
   <source>Drag a side inward to crop, outward to pad; Enter accepts. Many projects need none of it.</source>
   <translation>변을 안으로 끌면 자르고 밖으로 끌면 여백이 됩니다. Enter로 수락. 필요 없는 프로젝트도 많습니다.</translation>
  </message>
  <message>
   <source>Frames can be changed at any time. Next, divide the pictures into parts.</source>
   <translation>프레임은 언제든 바꿀 수 있습니다. 다음으로 이미지를 세트로 나누세요.</translation>
  </message>
  <message>
   <source>Label pictures before you crop them: what has no label is not learnt.</source>
   <translation>자르기 전에 라벨을 붙이세요. 라벨이 없는 것은 배우지 않습니다.</translation>
  </message>
  <message>
   <source>Look through the mistakes: often a label is wrong. Then take your data and model with you.</source>
   <translation>오답을 살펴보세요. 라벨이 틀린 경우가 많습니다. 그런 다음 데이터와 모델을 가져가세요.</translation>
  </message>
  <message>
   <source>Most pictures have a label. Next, divide them into parts for learning, comparing and testing.</source>
   <translation>이미지 대부분에 라벨이 있습니다. 다음으로 학습·비교·평가용 세트로 나누세요.</translation>
  </message>
  <message>
   <source>Nothing can be trained before the pictures are divided into parts.</source>
   <translation>이미지를 세트로 나누기 전에는 학습할 수 없습니다.</translation>
  </message>
  <message>
   <source>Only what has a label goes out: label pictures first.</source>
   <translation>라벨이 있는 것만 내보냅니다. 먼저 이미지에 라벨을 붙이세요.</translation>
  </message>
  <message>
   <source>Pictures are here. Next, put them into groups that look alike and give the groups names.</source>
   <translation>이미지가 들어왔습니다. 다음으로 닮은 것끼리 묶어 이름을 붙이세요.</translation>
  </message>
  <message>
   <source>Put the pictures into groups that look alike: choose how many on the left and press “Cluster”.</source>
   <translation>닮은 이미지끼리 묶으세요: 왼쪽에서 개수를 고르고 “클러스터”를 누르세요.</translation>
  </message>
  <message>
   <source>Say what each group shows: press “Label as” over it, or select it by A and press a number.</source>
   <translation>무리마다 무엇인지 알려 주세요: 위의 “라벨 지정”을 누르거나, A로 선택하고 숫자를 누르세요.</translation>
  </message>
  <message>
   <source>That was the whole path. More pictures of what goes wrong are what helps most.</source>
   <translation>이것이 전체 과정입니다. 틀리는 종류의 이미지를 더 모으는 것이 가장 도움이 됩니다.</translation>
  </message>
  <message>
   <source>The parts are made. Next, train on the first of them.</source>
   <translation>세트를 만들었습니다. 다음으로 학습 세트로 학습하세요.</translation>
  </message>
  <message>
   <source>The pictures can go out now; for a model to go with them, train one first.</source>
   <translation>이미지는 지금 내보낼 수 있습니다. 모델도 함께 보내려면 먼저 학습하세요.</translation>
  </message>
  <message>
   <source>The test part is sealed: looking spends it. Choose your run first, then open it once.</source>
   <translation>테스트 세트는 봉인되어 있고, 열어 보면 소모됩니다. 먼저 실행을 고른 뒤 한 번만 여세요.</translation>
  </message>
  <message>
   <source>There is nothing to sort yet: bring pictures in first.</source>
   <translation>아직 정리할 것이 없습니다. 먼저 이미지를 들여오세요.</translation>
  </message>
  <message>
   <source>There is nothing to test before a run has ended.</source>
   <translation>실행이 끝나기 전에는 평가할 것이 없습니다.</translation>
  </message>
  <message>
   <source>“Quick” learns within seconds and is often all you need. Press “Start run” and watch the curves.</source>
   <translation>“빠른 학습”은 몇 초면 배우고 대개 그것으로 충분합니다. “실행 시작”을 누르고 곡선을 보세요.</translation>
  </message>
 </context>
 <context>
  <name>GuideBar</name>
  <message>
   <source>Guide</source>
   <translation>길잡이</translation>
  </message>
  <message>
   <source>Put the guide away in this room</source>
   <translation>이 단계에서 길잡이 치우기</translation>
  </message>
  <message>
   <source>Show where</source>
   <translation>어디인지 보기</translation>
  </message>
 </context>
 <context>
  <name>Guiding</name>
  <message>
   <source>Go to {0}</source>
   <translation>{0} 단계로 이동</translation>
  </message>
  <message>
   <source>Show where</source>
   <translation>어디인지 보기</translation>
  </message>
 </context>
 <context>
  <name>Handbook</name>
  <message>
   <source>Chapters</source>
   <translation>장 목록</translation>
  </message>
  <message>
   <source>Find in the handbook</source>
   <translation>안내서에서 찾기</translation>
  </message>
  <message>
   <source>Handbook</source>
   <translation>안내서</translation>
  </message>
  <message>
   <source>Text of the chapter</source>
   <translation>장의 본문</translation>
  </message>
 </context>
 <context>
  <name>HeaderBar</name>
  <message>
   <source>Help</source>
   <translation>도움말</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>정보 패널</translation>
  </message>
  <message>
   <source>Nothing to redo</source>
   <translation>다시 실행할 것이 없습니다</translation>
  </message>
  <message>
   <source>Nothing to undo</source>
   <translation>취소할 것이 없습니다</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>다시 실행</translation>
  </message>
  <message>
   <source>This room has none</source>
   <translation>이 단계에는 없습니다</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>실행 취소</translation>
  </message>
 </context>
 <context>
  <name>Headers</name>
  <message>
   <source>Close section {0}</source>
   <translation>{0} 구역 접기</translation>
  </message>
  <message>
   <source>Label as</source>
   <translation>라벨 지정</translation>
  </message>
  <message>
   <source>Label the whole section</source>
   <translation>구역 전체에 라벨 지정</translation>
  </message>
  <message>
   <source>Look closer: typical, least typical and random pictures, a spot check</source>
   <translation>자세히 보기: 전형적, 덜 전형적, 무작위 이미지와 표본 점검</translation>
  </message>
  <message>
   <source>Merge into…</source>
   <translation>합치기…</translation>
  </message>
  <message>
   <source>Open section {0}</source>
   <translation>{0} 구역 펼치기</translation>
  </message>
  <message>
   <source>Reject the whole section</source>
   <translation>구역 전체 제외</translation>
  </message>
  <message>
   <source>Split further</source>
   <translation>더 나누기</translation>
  </message>
  <message>
   <source>tight</source>
   <translation>응집</translation>
  </message>
  <message>
   <source>{0}: double-click to rename</source>
   <translation>{0}: 두 번 클릭해 이름 바꾸기</translation>
  </message>
 </context>
 <context>
  <name>HeatView</name>
  <message>
   <source>What the network got, with where it looked</source>
   <translation>네트워크가 받은 것과 본 곳</translation>
  </message>
 </context>
 <context>
  <name>JobList</name>
  <message>
   <source>All jobs</source>
   <translation>모든 작업</translation>
  </message>
  <message>
   <source>No job has run yet.</source>
   <translation>아직 실행한 작업이 없습니다.</translation>
  </message>
 </context>
 <context>
  <name>JobView</name>
  <message>
   <source>paused</source>
   <translation>일시 정지</translation>
  </message>
  <message>
   <source>still working</source>
   <translation>계속 작업 중</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>대기 중</translation>
  </message>
  <message>
   <source>{0} failed</source>
   <translation>{0} 실패</translation>
  </message>
  <message>
   <source>{0} left</source>
   <translation>{0} 남음</translation>
  </message>
  <message>
   <source>{0} of {1} {2}</source>
   <translation>{1} 중 {0} {2}</translation>
  </message>
  <message>
   <source>{0} s left</source>
   <translation>{0}초 남음</translation>
  </message>
  <message>
   <source>{0} stopped</source>
   <translation>{0} 중지됨</translation>
  </message>
  <message>
   <source>{0}/s</source>
   <translation>초당 {0}</translation>
  </message>
  <message>
   <source>{0}: {1}/s</source>
   <translation>{0}: 초당 {1}</translation>
  </message>
 </context>
 <context>
  <name>KChoice</name>
  <message>
   <source>Calinski–Harabasz</source>
   <translation>Calinski–Harabasz</translation>
  </message>
  <message>
   <source>Davies–Bouldin</source>
   <translation>Davies–Bouldin</translation>
  </message>
  <message>
   <source>Others prefer: {0}.</source>
   <translation>다른 기준의 추천: {0}.</translation>
  </message>
  <message>
   <source>best by {0}</source>
   <translation>{0} 기준 최고</translation>
  </message>
  <message>
   <source>inertia bends there</source>
   <translation>관성이 여기서 꺾임</translation>
  </message>
  <message>
   <source>silhouette</source>
   <translation>실루엣</translation>
  </message>
  <message>
   <source>stability</source>
   <translation>안정성</translation>
  </message>
  <message>
   <source>the bend of inertia</source>
   <translation>관성의 꺾임</translation>
  </message>
  <message>
   <source>the best of all scores taken together</source>
   <translation>모든 점수를 합쳐 가장 좋음</translation>
  </message>
  <message numerus="yes">
   <source>{0} clusters: {1}.</source>
   <translation>
    <numerusform>클러스터 {0}개: {1}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} restarts agree ({1})</source>
   <translation>
    <numerusform>재시작 {0}회가 일치 ({1})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} restarts agree best ({1})</source>
   <translation>
    <numerusform>재시작 {0}회가 가장 잘 일치 ({1})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} restarts differ ({1}), so look at more than one.</source>
   <translation>
    <numerusform>재시작 {0}회가 다릅니다({1}). 여럿을 살펴보세요.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>KPanel</name>
  <message numerus="yes">
   <source>, {0} images</source>
   <translation>
    <numerusform>, 이미지 {0}장</numerusform>
   </translation>
  </message>
  <message>
   <source>Blue line: the suggestion. Ring: best value.</source>
   <translation>파란 선: 추천. 고리: 최고값.</translation>
  </message>
  <message>
   <source>Calinski–Harabasz</source>
   <translation>Calinski–Harabasz</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>닫기</translation>
  </message>
  <message>
   <source>Compute again</source>
   <translation>다시 계산</translation>
  </message>
  <message>
   <source>Davies–Bouldin</source>
   <translation>Davies–Bouldin</translation>
  </message>
  <message>
   <source>Greatest k</source>
   <translation>가장 큰 k</translation>
  </message>
  <message>
   <source>Inertia</source>
   <translation>관성</translation>
  </message>
  <message>
   <source>K-Means on {0}, k = {1} to {2}</source>
   <translation>{0}에 K-평균, k = {1}~{2}</translation>
  </message>
  <message>
   <source>Least k</source>
   <translation>가장 작은 k</translation>
  </message>
  <message>
   <source>Range</source>
   <translation>범위</translation>
  </message>
  <message>
   <source>Restarts</source>
   <translation>재시작</translation>
  </message>
  <message>
   <source>Silhouette</source>
   <translation>실루엣</translation>
  </message>
  <message>
   <source>Stability</source>
   <translation>안정성</translation>
  </message>
  <message>
   <source>Stopped before every k was tried.</source>
   <translation>모든 k를 시험하기 전에 중지했습니다.</translation>
  </message>
  <message>
   <source>Suggest k</source>
   <translation>k 추천</translation>
  </message>
  <message>
   <source>Trying k = {0} to {1}…</source>
   <translation>k = {0}~{1} 시험 중…</translation>
  </message>
  <message>
   <source>Trying several k: {0} %</source>
   <translation>여러 k 시험: {0} %</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>사용</translation>
  </message>
  <message>
   <source>Use {0}</source>
   <translation>{0} 사용</translation>
  </message>
  <message>
   <source>Waiting until “{0}” is done. It can be stopped below.</source>
   <translation>“{0}” 작업이 끝나기를 기다립니다. 아래에서 중지할 수 있습니다.</translation>
  </message>
  <message>
   <source>agreement of restarts</source>
   <translation>재시작 사이의 일치</translation>
  </message>
  <message>
   <source>best {0} at {1}</source>
   <translation>최고 {0}, k = {1}</translation>
  </message>
  <message>
   <source>elbow at {0}</source>
   <translation>꺾이는 점 {0}</translation>
  </message>
  <message>
   <source>higher is better</source>
   <translation>높을수록 좋음</translation>
  </message>
  <message>
   <source>lower is better</source>
   <translation>낮을수록 좋음</translation>
  </message>
  <message>
   <source>lower is tighter</source>
   <translation>낮을수록 촘촘함</translation>
  </message>
  <message>
   <source>to</source>
   <translation>~</translation>
  </message>
 </context>
 <context>
  <name>KTable</name>
  <message>
   <source>All {0}</source>
   <translation>모두 {0}개</translation>
  </message>
  <message>
   <source>Fewer</source>
   <translation>줄이기</translation>
  </message>
  <message>
   <source>In numbers</source>
   <translation>숫자로</translation>
  </message>
  <message>
   <source>Inertia</source>
   <translation>관성</translation>
  </message>
  <message>
   <source>Scores in numbers</source>
   <translation>점수 표</translation>
  </message>
  <message>
   <source>Silh.</source>
   <translation>실루엣</translation>
  </message>
  <message>
   <source>Stability</source>
   <translation>안정성</translation>
  </message>
 </context>
 <context>
  <name>KeepRule</name>
  <message>
   <source>A labelled one</source>
   <translation>라벨이 있는 것</translation>
  </message>
  <message>
   <source>The freest licence</source>
   <translation>라이선스가 가장 자유로운 것</translation>
  </message>
  <message>
   <source>The largest</source>
   <translation>가장 큰 것</translation>
  </message>
  <message>
   <source>The one found first</source>
   <translation>먼저 찾은 것</translation>
  </message>
  <message>
   <source>The sharpest</source>
   <translation>가장 선명한 것</translation>
  </message>
 </context>
 <context>
  <name>KeysPage</name>
  <message>
   <source>Keys</source>
   <translation>단축키</translation>
  </message>
  <message>
   <source>letters and digits act while the pictures have the focus</source>
   <translation>글자와 숫자 키는 이미지에 초점이 있을 때 작동합니다</translation>
  </message>
 </context>
 <context>
  <name>LabelDialog</name>
  <message>
   <source>A name has 1 to 100 letters.</source>
   <translation>이름은 1–100자여야 합니다.</translation>
  </message>
  <message>
   <source>Another label is called that.</source>
   <translation>같은 이름의 라벨이 이미 있습니다.</translation>
  </message>
  <message>
   <source>As in the set</source>
   <translation>색상표대로</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>색</translation>
  </message>
  <message>
   <source>Colour as # and six digits</source>
   <translation># 뒤 여섯 자리로 쓴 색</translation>
  </message>
  <message>
   <source>Hard to see on a dark background.</source>
   <translation>어두운 바탕에서 잘 보이지 않습니다.</translation>
  </message>
  <message>
   <source>Hard to see on a light background.</source>
   <translation>밝은 바탕에서 잘 보이지 않습니다.</translation>
  </message>
  <message>
   <source>Hard to tell from {0}.</source>
   <translation>{0}와(과) 구별하기 어렵습니다.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>적용</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>이름</translation>
  </message>
  <message>
   <source>Name and colour of a label</source>
   <translation>라벨의 이름과 색</translation>
  </message>
  <message>
   <source>Other…</source>
   <translation>다른 색…</translation>
  </message>
  <message>
   <source>Some colour-blind people cannot tell it from {0}.</source>
   <translation>색각 이상이 있는 사람은 {0}와(과) 구별하지 못할 수 있습니다.</translation>
  </message>
  <message>
   <source>{0} and {1} more</source>
   <translation>{0} 외 {1}개</translation>
  </message>
 </context>
 <context>
  <name>LabelEditing</name>
  <message>
   <source>Colour as in the set</source>
   <translation>색상표의 색으로</translation>
  </message>
  <message>
   <source>Name and colour…</source>
   <translation>이름과 색…</translation>
  </message>
  <message>
   <source>Show only its pictures</source>
   <translation>이 라벨의 이미지만 보기</translation>
  </message>
  <message>
   <source>There is no label yet</source>
   <translation>아직 라벨이 없습니다</translation>
  </message>
 </context>
 <context>
  <name>LabelOffers</name>
  <message>
   <source>Label</source>
   <translation>라벨</translation>
  </message>
  <message>
   <source>New label…</source>
   <translation>새 라벨…</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>제외</translation>
  </message>
  <message>
   <source>Unlabel</source>
   <translation>라벨 해제</translation>
  </message>
  <message>
   <source>applies to {0}</source>
   <translation>{0}장에 적용</translation>
  </message>
 </context>
 <context>
  <name>LabelTyping</name>
  <message>
   <source>Label {0} as</source>
   <translation>{0}장에 라벨 지정</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>라벨</translation>
  </message>
  <message>
   <source>Name of a label</source>
   <translation>라벨 이름</translation>
  </message>
  <message>
   <source>New label: {0}</source>
   <translation>새 라벨: {0}</translation>
  </message>
 </context>
 <context>
  <name>Labelling</name>
  <message>
   <source>New label…</source>
   <translation>새 라벨…</translation>
  </message>
  <message>
   <source>Unlabel</source>
   <translation>라벨 해제</translation>
  </message>
 </context>
 <context>
  <name>LastSearch</name>
  <message numerus="yes">
   <source>Searched {0}: {1} pictures.</source>
   <translation>
    <numerusform>{0}에 검사함: 이미지 {1}장.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LeakCheck</name>
  <message>
   <source>Check again</source>
   <translation>다시 확인</translation>
  </message>
  <message numerus="yes">
   <source>Compared anew over {3} borders: {0}, {1} and {2} cross.</source>
   <translation>
    <numerusform>경계 {3}개를 새로 비교함: {0}, {1}, {2}가 넘습니다.</numerusform>
   </translation>
  </message>
  <message>
   <source>Near duplicates may be parted, by your choice: scores on valid and test can flatter.</source>
   <translation>선택하신 대로 거의 같은 이미지가 갈라질 수 있습니다. 검증과 테스트 점수가 부풀 수 있습니다.</translation>
  </message>
  <message>
   <source>See these images in Edit</source>
   <translation>이 이미지를 편집에서 보기</translation>
  </message>
  <message>
   <source>Show what was kept together</source>
   <translation>함께 둔 것 보기</translation>
  </message>
  <message>
   <source>Test is sealed</source>
   <translation>테스트는 봉인됨</translation>
  </message>
  <message>
   <source>The test part would flatter the network. Split again.</source>
   <translation>테스트 점수가 부풀려집니다. 다시 분할하세요.</translation>
  </message>
  <message>
   <source>and {0} more; 'winnow split --check' lists all</source>
   <translation>그 밖에 {0}개. 'winnow split --check'가 모두 보여 줍니다</translation>
  </message>
  <message>
   <source>test</source>
   <translation>테스트</translation>
  </message>
  <message>
   <source>train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>검증</translation>
  </message>
  <message numerus="yes">
   <source>{0} groups with {1} were kept whole.</source>
   <translation>
    <numerusform>{1}의 그룹 {0}개를 통째로 두었습니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} near-duplicate groups cross a border</source>
   <translation>
    <numerusform>거의 같은 이미지 그룹 {0}개가 경계를 넘습니다</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} of {1} in {2}</source>
   <translation>{2}: {1}의 {0}</translation>
  </message>
 </context>
 <context>
  <name>LeftPane</name>
  <message>
   <source>These work as soon as the first picture is here.</source>
   <translation>첫 이미지가 들어오면 바로 사용할 수 있습니다.</translation>
  </message>
 </context>
 <context>
  <name>LiveRun</name>
  <message>
   <source>best so far {0} %</source>
   <translation>지금까지 최고 {0} %</translation>
  </message>
  <message>
   <source>checking: step {0} of {1}</source>
   <translation>확인 중: 스텝 {0}/{1}</translation>
  </message>
  <message>
   <source>epoch {0} of {1}</source>
   <translation>에포크 {0}/{1}</translation>
  </message>
  <message numerus="yes">
   <source>features of {0} of {1} pictures</source>
   <translation>
    <numerusform>이미지 {1}장 중 {0}장의 특징</numerusform>
   </translation>
  </message>
  <message>
   <source>getting ready</source>
   <translation>준비 중</translation>
  </message>
  <message>
   <source>getting ready: {0} of {1}</source>
   <translation>준비 중: {0}/{1}</translation>
  </message>
  <message numerus="yes">
   <source>preparing {0} of {1} pictures</source>
   <translation>
    <numerusform>이미지 {1}장 중 {0}장 준비</numerusform>
   </translation>
  </message>
  <message>
   <source>step {0} of {1}</source>
   <translation>스텝 {0}/{1}</translation>
  </message>
  <message>
   <source>{0} left</source>
   <translation>{0} 남음</translation>
  </message>
 </context>
 <context>
  <name>LookOnly</name>
  <message>
   <source>Open to look only: nothing can be changed</source>
   <translation>보기 전용으로 열림: 아무것도 바꿀 수 없습니다</translation>
  </message>
 </context>
 <context>
  <name>Looking</name>
  <message>
   <source>Try pictures</source>
   <translation>이미지 시험</translation>
  </message>
 </context>
 <context>
  <name>LookingRoom</name>
  <message>
   <source>Looking…</source>
   <translation>보는 중…</translation>
  </message>
  <message>
   <source>Rather {0}?</source>
   <translation>혹시 {0}?</translation>
  </message>
  <message>
   <source>Why it said {0}</source>
   <translation>{0}(이)라고 답한 이유</translation>
  </message>
  <message>
   <source>frame {0} · {1} × {1}</source>
   <translation>프레임 {0} · {1} × {1}</translation>
  </message>
 </context>
 <context>
  <name>Loupe</name>
  <message>
   <source>Arrows: other pictures · digits label · Space or Esc: back</source>
   <translation>화살표: 다른 이미지 · 숫자: 라벨 · Space, Esc: 뒤로</translation>
  </message>
  <message>
   <source>Large preview</source>
   <translation>크게 보기</translation>
  </message>
 </context>
 <context>
  <name>LrChart</name>
  <message>
   <source>Loss against learning rate</source>
   <translation>학습률에 따른 손실</translation>
  </message>
  <message>
   <source>Minimum ÷ 10</source>
   <translation>최솟값 ÷ 10</translation>
  </message>
  <message>
   <source>Steep</source>
   <translation>급경사</translation>
  </message>
  <message>
   <source>Valley</source>
   <translation>골짜기</translation>
  </message>
  <message>
   <source>log {0} = {1}, guessing</source>
   <translation>log {0} = {1}, 추측</translation>
  </message>
  <message>
   <source>minimum {0}</source>
   <translation>최솟값 {0}</translation>
  </message>
  <message>
   <source>recipe {0}</source>
   <translation>레시피 {0}</translation>
  </message>
 </context>
 <context>
  <name>LrPage</name>
  <message>
   <source>Each seed</source>
   <translation>시드별</translation>
  </message>
  <message>
   <source>Each sweep stops at {0} times its lowest loss. The weights are put back afterwards; no run is changed. {1}.</source>
   <translation>손실이 최솟값의 {0}배가 되면 멈춥니다. 끝나면 가중치를 되돌리며, 어떤 실행도 바뀌지 않습니다. {1}.</translation>
  </message>
  <message>
   <source>Find the rate</source>
   <translation>학습률 찾기</translation>
  </message>
  <message>
   <source>From</source>
   <translation>시작</translation>
  </message>
  <message>
   <source>Learning rate finder</source>
   <translation>학습률 찾기</translation>
  </message>
  <message>
   <source>Loss against learning rate</source>
   <translation>학습률에 따른 손실</translation>
  </message>
  <message>
   <source>Lowest loss</source>
   <translation>가장 낮은 손실</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>표시</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>중앙값</translation>
  </message>
  <message>
   <source>Minimum ÷ 10</source>
   <translation>최솟값 ÷ 10</translation>
  </message>
  <message>
   <source>Run finder</source>
   <translation>찾기 시작</translation>
  </message>
  <message>
   <source>Run finder again</source>
   <translation>다시 찾기</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <source>Seeds</source>
   <translation>시드</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>부드럽게</translation>
  </message>
  <message>
   <source>Steep</source>
   <translation>급경사</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>스텝</translation>
  </message>
  <message>
   <source>Stopped at</source>
   <translation>멈춘 곳</translation>
  </message>
  <message numerus="yes">
   <source>Suggested learning rate, median of {0} seeds</source>
   <translation>
    <numerusform>추천 학습률, 시드 {0}개의 중앙값</numerusform>
   </translation>
  </message>
  <message>
   <source>The rate rises from tiny to huge over a hundred batches. Where the loss falls longest lies a good one; where it runs away, it is too high. Several seeds show how sure that is.</source>
   <translation>100배치 동안 학습률을 아주 작은 값에서 아주 큰 값까지 올립니다. 손실이 가장 길게 내려가는 곳에 좋은 값이 있고, 치솟는 곳은 너무 높습니다. 시드를 여럿 쓰면 얼마나 확실한지 보입니다.</translation>
  </message>
  <message>
   <source>The recipe's {0} is {1} times higher.</source>
   <translation>레시피의 {0}은(는) {1}배 높습니다.</translation>
  </message>
  <message>
   <source>The recipe's {0} is {1} times lower.</source>
   <translation>레시피의 {0}은(는) {1}배 낮습니다.</translation>
  </message>
  <message>
   <source>The recipe's {0} lies inside the range of the seeds, {1}–{2}: you can keep it.</source>
   <translation>레시피의 {0}은(는) 시드 범위 {1}–{2} 안입니다. 그대로 두어도 됩니다.</translation>
  </message>
  <message>
   <source>The sweep is running.</source>
   <translation>학습률을 훑고 있습니다.</translation>
  </message>
  <message>
   <source>The three readings differ {0}-fold: try the lower one first.</source>
   <translation>세 값이 {0}배 다릅니다. 낮은 것부터 시험하세요.</translation>
  </message>
  <message>
   <source>Use {0}</source>
   <translation>{0} 사용</translation>
  </message>
  <message>
   <source>Valley</source>
   <translation>골짜기</translation>
  </message>
  <message>
   <source>Which learning rate?</source>
   <translation>어떤 학습률이 좋을까요?</translation>
  </message>
  <message>
   <source>at</source>
   <translation>학습률</translation>
  </message>
  <message>
   <source>fastest fall</source>
   <translation>가장 빠른 하강</translation>
  </message>
  <message>
   <source>inside the longest fall</source>
   <translation>가장 긴 하강 구간 안</translation>
  </message>
  <message>
   <source>lowest loss, a tenth of it</source>
   <translation>가장 낮은 손실, 그 10분의 1</translation>
  </message>
  <message>
   <source>lowest to highest</source>
   <translation>최저~최고</translation>
  </message>
  <message>
   <source>median</source>
   <translation>중앙값</translation>
  </message>
  <message>
   <source>on stored features: some seconds</source>
   <translation>저장된 특징으로: 몇 초</translation>
  </message>
  <message>
   <source>one seed</source>
   <translation>시드 하나</translation>
  </message>
  <message>
   <source>seed {0}</source>
   <translation>시드 {0}</translation>
  </message>
  <message>
   <source>the end</source>
   <translation>끝</translation>
  </message>
  <message>
   <source>through the whole network: some minutes without a graphics card</source>
   <translation>네트워크 전체로: 그래픽 카드 없이 몇 분</translation>
  </message>
  <message>
   <source>to</source>
   <translation>~</translation>
  </message>
  <message>
   <source>train batches of {0}, log scale</source>
   <translation>{0}장씩 학습 배치, 로그 눈금</translation>
  </message>
  <message numerus="yes">
   <source>{0} steps of {1} frames, {2}.</source>
   <translation>
    <numerusform>프레임 {1}개씩 {0}스텝, {2}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MapPage</name>
  <message>
   <source>Cluster</source>
   <translation>클러스터</translation>
  </message>
  <message>
   <source>Cluster {0}</source>
   <translation>클러스터 {0}</translation>
  </message>
  <message>
   <source>Colour by</source>
   <translation>색 기준</translation>
  </message>
  <message>
   <source>Drag the map instead of drawing a lasso</source>
   <translation>올가미 대신 지도를 끌어 옮기기</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>표시됨</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>라벨</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>크게</translation>
  </message>
  <message>
   <source>Lay out again</source>
   <translation>다시 배치</translation>
  </message>
  <message>
   <source>Neighbours look alike; distances between far groups mean little.</source>
   <translation>이웃은 서로 비슷합니다. 먼 무리 사이의 거리는 의미가 적습니다.</translation>
  </message>
  <message>
   <source>Neighbours look alike; far groups keep some of their order.</source>
   <translation>이웃은 서로 비슷합니다. 먼 무리도 어느 정도 순서를 지킵니다.</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>세트</translation>
  </message>
  <message>
   <source>Projection</source>
   <translation>투영</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>품질</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <source>Show the whole map</source>
   <translation>지도 전체 보기</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>작게</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>테스트</translation>
  </message>
  <message>
   <source>The two directions in which the pictures differ most.</source>
   <translation>이미지가 가장 크게 다른 두 방향입니다.</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Unlabelled</source>
   <translation>라벨 없음</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>Without a flag</source>
   <translation>표시 없음</translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures are not laid out yet.</source>
   <translation>
    <numerusform>이미지 {0}장은 아직 배치되지 않았습니다.</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} projection</source>
   <translation>{0} 투영</translation>
  </message>
 </context>
 <context>
  <name>MapView</name>
  <message>
   <source>Map of the pictures</source>
   <translation>이미지 지도</translation>
  </message>
 </context>
 <context>
  <name>MinimaPage</name>
  <message>
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <source>All weights</source>
   <translation>모든 가중치</translation>
  </message>
  <message>
   <source>Along the training path (PCA)</source>
   <translation>학습 경로를 따르는 면 (PCA)</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>개수</translation>
  </message>
  <message>
   <source>Do other seeds end in another minimum?</source>
   <translation>다른 시드는 다른 최솟값에서 끝날까요?</translation>
  </message>
  <message>
   <source>Draw again</source>
   <translation>다시 그리기</translation>
  </message>
  <message>
   <source>Gradient</source>
   <translation>그래디언트</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>격자</translation>
  </message>
  <message>
   <source>Local minima</source>
   <translation>지역 최솟값</translation>
  </message>
  <message>
   <source>Look at the minima</source>
   <translation>최솟값 살펴보기</translation>
  </message>
  <message>
   <source>Loss on</source>
   <translation>손실 기준</translation>
  </message>
  <message>
   <source>Loss surface</source>
   <translation>손실 곡면</translation>
  </message>
  <message>
   <source>Plane</source>
   <translation>평면</translation>
  </message>
  <message>
   <source>Random, filter-normalised</source>
   <translation>무작위, 필터 정규화</translation>
  </message>
  <message>
   <source>Restart</source>
   <translation>재시작</translation>
  </message>
  <message>
   <source>Restarts</source>
   <translation>재시작</translation>
  </message>
  <message>
   <source>Restarts of</source>
   <translation>재시작 대상</translation>
  </message>
  <message>
   <source>Sharpness</source>
   <translation>날카로움</translation>
  </message>
  <message>
   <source>Slice</source>
   <translation>단면</translation>
  </message>
  <message>
   <source>Slice around seed {0}</source>
   <translation>시드 {0} 둘레의 단면</translation>
  </message>
  <message>
   <source>Slice from seed {0} to seed {1}</source>
   <translation>시드 {0}에서 시드 {1}까지의 단면</translation>
  </message>
  <message>
   <source>Start restarts</source>
   <translation>재시작 시작</translation>
  </message>
  <message>
   <source>The head</source>
   <translation>헤드</translation>
  </message>
  <message>
   <source>The head on the features it starts from is quick; all weights take many minutes</source>
   <translation>시작 특징 위의 헤드는 빠르고, 모든 가중치는 몇 분씩 걸립니다</translation>
  </message>
  <message>
   <source>The recipe is trained from several seeds. The map shows where they ended, the slice the barrier between two of them, and the sharpness how quickly the loss rises around each.</source>
   <translation>레시피를 여러 시드로 학습합니다. 지도는 끝난 곳을, 단면은 두 곳 사이의 장벽을, 날카로움은 그 둘레에서 손실이 얼마나 빨리 오르는지 보여 줍니다.</translation>
  </message>
  <message>
   <source>Through the restarts (PCA)</source>
   <translation>재시작들을 지나는 면 (PCA)</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>Valid loss</source>
   <translation>검증 손실</translation>
  </message>
  <message>
   <source>Weights that are looked at</source>
   <translation>살펴볼 가중치</translation>
  </message>
  <message>
   <source>a slice</source>
   <translation>단면</translation>
  </message>
  <message>
   <source>accuracy {0} ± {1} %</source>
   <translation>정확도 {0} ± {1} %</translation>
  </message>
  <message>
   <source>flat</source>
   <translation>완만</translation>
  </message>
  <message>
   <source>medium</source>
   <translation>중간</translation>
  </message>
  <message>
   <source>of the head alone: well under a minute</source>
   <translation>헤드만: 1분 이내</translation>
  </message>
  <message>
   <source>of the whole network: many minutes without a graphics card; a smaller grid takes less</source>
   <translation>네트워크 전체: 그래픽 카드 없이는 오래 걸립니다. 격자를 줄이면 덜 걸립니다</translation>
  </message>
  <message>
   <source>random direction, filter-normalised</source>
   <translation>무작위 방향, 필터 정규화</translation>
  </message>
  <message>
   <source>seed {0}</source>
   <translation>시드 {0}</translation>
  </message>
  <message>
   <source>seed {0}: {1} % of its distance is off this plane</source>
   <translation>시드 {0}: 거리의 {1} %가 이 평면 밖</translation>
  </message>
  <message>
   <source>sharp</source>
   <translation>날카로움</translation>
  </message>
  <message>
   <source>the next run</source>
   <translation>다음 실행</translation>
  </message>
  <message>
   <source>train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>white: path of seed {0}, {1} % of it lies in this plane</source>
   <translation>흰색: 시드 {0}의 경로, {1} %가 이 평면에 있음</translation>
  </message>
  <message numerus="yes">
   <source>{0} runs by the recipe, then the loss at {1} points, {2}.</source>
   <translation>
    <numerusform>레시피로 {0}회 실행한 뒤 {1}개 점에서 손실 계산, {2}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ModelPanel</name>
  <message>
   <source>Check after writing</source>
   <translation>저장 뒤 확인</translation>
  </message>
  <message>
   <source>Export model</source>
   <translation>모델 내보내기</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>파일</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>모델</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <source>Tick at least one kind of file.</source>
   <translation>파일 종류를 하나 이상 선택하세요.</translation>
  </message>
  <message>
   <source>Train a run first.</source>
   <translation>먼저 학습을 실행하세요.</translation>
  </message>
  <message>
   <source>Valid pictures go through the example of each format. Where it says something else than the run does, nothing is exported.</source>
   <translation>검증 이미지를 형식마다 예제에 넣어 봅니다. 실행과 답이 다르면 내보내지 않습니다.</translation>
  </message>
  <message>
   <source>With it</source>
   <translation>함께 넣기</translation>
  </message>
  <message>
   <source>a program that torch runs as it is</source>
   <translation>torch가 그대로 실행하는 프로그램</translation>
  </message>
  <message>
   <source>a runnable example</source>
   <translation>실행할 수 있는 예제</translation>
  </message>
  <message>
   <source>how to use it</source>
   <translation>사용 방법</translation>
  </message>
  <message>
   <source>one file for ONNX Runtime; needs no torch</source>
   <translation>ONNX Runtime용 파일 하나, torch 불필요</translation>
  </message>
  <message>
   <source>the weights that the run kept</source>
   <translation>실행이 남긴 가중치</translation>
  </message>
  <message>
   <source>with config.json and the network in plain PyTorch</source>
   <translation>config.json과 순수 PyTorch 네트워크 포함</translation>
  </message>
  <message>
   <source>{0} · epoch {1}</source>
   <translation>{0} · 에포크 {1}</translation>
  </message>
 </context>
 <context>
  <name>MoreFields</name>
  <message>
   <source>Clip gradients at</source>
   <translation>그래디언트 제한</translation>
  </message>
  <message>
   <source>Cutmix</source>
   <translation>Cutmix</translation>
  </message>
  <message>
   <source>Frozen epochs</source>
   <translation>고정 에포크</translation>
  </message>
  <message>
   <source>Input size</source>
   <translation>입력 크기</translation>
  </message>
  <message>
   <source>Label smoothing</source>
   <translation>라벨 스무딩</translation>
  </message>
  <message>
   <source>Mixup</source>
   <translation>Mixup</translation>
  </message>
  <message>
   <source>Momentum</source>
   <translation>모멘텀</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>주기</translation>
  </message>
  <message>
   <source>Plateau</source>
   <translation>정체</translation>
  </message>
  <message>
   <source>Stored views</source>
   <translation>저장할 변형</translation>
  </message>
  <message>
   <source>Unequal classes</source>
   <translation>불균형 클래스</translation>
  </message>
  <message>
   <source>Warm-up</source>
   <translation>워밍업</translation>
  </message>
  <message>
   <source>Weight averaging</source>
   <translation>가중치 평균</translation>
  </message>
 </context>
 <context>
  <name>NameEditor</name>
  <message>
   <source>Name of the section</source>
   <translation>구역 이름</translation>
  </message>
 </context>
 <context>
  <name>NetworkInput</name>
  <message>
   <source>What the network gets</source>
   <translation>네트워크 입력</translation>
  </message>
 </context>
 <context>
  <name>NetworkLight</name>
  <message>
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <source>Winnow exchanges data with {0}</source>
   <translation>Winnow가 {0}와(과) 데이터를 주고받습니다</translation>
  </message>
 </context>
 <context>
  <name>NoiseChart</name>
  <message>
   <source>Gradient noise scale</source>
   <translation>그래디언트 노이즈 스케일</translation>
  </message>
  <message>
   <source>batch {0}</source>
   <translation>배치 {0}</translation>
  </message>
 </context>
 <context>
  <name>Nothing</name>
  <message>
   <source>No picture passes the filter</source>
   <translation>필터에 맞는 이미지가 없습니다</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>모두 보기</translation>
  </message>
  <message>
   <source>Tick more boxes on the left, or show all.</source>
   <translation>왼쪽에서 더 선택하거나 모두 표시하세요.</translation>
  </message>
 </context>
 <context>
  <name>OneWindow</name>
  <message>
   <source>A job is running. The language changes when Winnow is started the next time.</source>
   <translation>작업이 실행 중입니다. 언어는 Winnow를 다음에 시작할 때 바뀝니다.</translation>
  </message>
 </context>
 <context>
  <name>OwnNetworkDialogs</name>
  <message>
   <source>A network of your own</source>
   <translation>직접 만든 네트워크</translation>
  </message>
  <message>
   <source>Do not</source>
   <translation>신뢰 안 함</translation>
  </message>
  <message>
   <source>Trust it</source>
   <translation>신뢰함</translation>
  </message>
  <message>
   <source>{0}, class {1}</source>
   <translation>{0}, 클래스 {1}</translation>
  </message>
 </context>
 <context>
  <name>Pages</name>
  <message>
   <source>Back to {0}</source>
   <translation>{0} 단계로 돌아가기</translation>
  </message>
 </context>
 <context>
  <name>PagesForm</name>
  <message>
   <source>0 reads these pages only, 1 also the pages that they link to.</source>
   <translation>0은 이 페이지만, 1은 이 페이지가 가리키는 페이지도 읽습니다.</translation>
  </message>
  <message>
   <source>Addresses, one a line</source>
   <translation>주소, 한 줄에 하나</translation>
  </message>
  <message>
   <source>Allow private addresses</source>
   <translation>사설 주소 허용</translation>
  </message>
  <message>
   <source>At most images</source>
   <translation>최대 이미지 수</translation>
  </message>
  <message>
   <source>Follow links</source>
   <translation>링크 따라가기</translation>
  </message>
  <message>
   <source>Follow no link to another site. Pictures may come from anywhere.</source>
   <translation>다른 사이트로 가는 링크는 따르지 않습니다. 이미지는 어디서든 올 수 있습니다.</translation>
  </message>
  <message>
   <source>Only for a server of your own: this computer, or one in your network.</source>
   <translation>내 서버에만: 이 컴퓨터나 내 네트워크의 컴퓨터.</translation>
  </message>
  <message>
   <source>Stay on the same site</source>
   <translation>같은 사이트 안에서만</translation>
  </message>
  <message>
   <source>Type at least one address.</source>
   <translation>주소를 하나 이상 입력하세요.</translation>
  </message>
 </context>
 <context>
  <name>PartsBar</name>
  <message>
   <source>Drag a border, or move it by the arrow keys; Up and Down take the other one</source>
   <translation>경계를 끌거나 화살표 키로 옮기세요. 위·아래 키는 다른 경계를 고릅니다</translation>
  </message>
  <message>
   <source>Shares of train, valid and test</source>
   <translation>학습·검증·테스트의 비율</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>테스트</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
 </context>
 <context>
  <name>PerClass</name>
  <message>
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>정밀도</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>재현율</translation>
  </message>
  <message>
   <source>{0}: 95 % interval {1}</source>
   <translation>{0}: 95 % 구간 {1}</translation>
  </message>
 </context>
 <context>
  <name>PicturePreview</name>
  <message>
   <source>Preview</source>
   <translation>미리 보기</translation>
  </message>
  <message>
   <source>how pictures will look</source>
   <translation>이미지가 보이는 모습</translation>
  </message>
 </context>
 <context>
  <name>PreferencesPage</name>
  <message>
   <source>Every setting as it was at first</source>
   <translation>모든 설정을 처음으로</translation>
  </message>
  <message>
   <source>Find a setting</source>
   <translation>설정 찾기</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>환경설정</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>모두 초기화</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>항목</translation>
  </message>
  <message>
   <source>saved as you change them</source>
   <translation>바꾸는 즉시 저장</translation>
  </message>
 </context>
 <context>
  <name>PreparingPane</name>
  <message>
   <source>Augmentations</source>
   <translation>증강</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>검정</translation>
  </message>
  <message>
   <source>Blur</source>
   <translation>흐림</translation>
  </message>
  <message>
   <source>Classes are about equal here: this changes nothing.</source>
   <translation>클래스가 거의 고르므로 아무것도 바뀌지 않습니다.</translation>
  </message>
  <message>
   <source>Colour jitter</source>
   <translation>색상 변화</translation>
  </message>
  <message>
   <source>Crop area</source>
   <translation>자를 넓이</translation>
  </message>
  <message>
   <source>Draw rare classes more often</source>
   <translation>드문 클래스 더 자주 뽑기</translation>
  </message>
  <message>
   <source>Edge</source>
   <translation>연장</translation>
  </message>
  <message>
   <source>Erase a patch</source>
   <translation>일부 지우기</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>맞춤</translation>
  </message>
  <message>
   <source>Fit to {0} × {0}</source>
   <translation>{0} × {0}에 맞춤</translation>
  </message>
  <message>
   <source>Half of all have a shorter side of {0} px or less: {1} × {1} would enlarge fewer.</source>
   <translation>절반은 짧은 변이 {0}px 이하입니다. {1} × {1}이면 덜 확대됩니다.</translation>
  </message>
  <message>
   <source>Input size</source>
   <translation>입력 크기</translation>
  </message>
  <message>
   <source>Leave classes as they are</source>
   <translation>클래스 그대로</translation>
  </message>
  <message>
   <source>Mean colour</source>
   <translation>평균색</translation>
  </message>
  <message>
   <source>Mirror</source>
   <translation>좌우 뒤집기</translation>
  </message>
  <message>
   <source>Mix two (mixup)</source>
   <translation>둘 섞기 (mixup)</translation>
  </message>
  <message>
   <source>Pad fill</source>
   <translation>여백 채움</translation>
  </message>
  <message>
   <source>Paste one (cutmix)</source>
   <translation>하나 붙이기 (cutmix)</translation>
  </message>
  <message>
   <source>Reflect</source>
   <translation>반사</translation>
  </message>
  <message>
   <source>Rotate</source>
   <translation>회전</translation>
  </message>
  <message>
   <source>The largest class has at least 1.5 times the frames of the smallest, so this counts.</source>
   <translation>가장 큰 클래스가 가장 작은 클래스의 1.5배 이상이어서 영향을 줍니다.</translation>
  </message>
  <message>
   <source>Train only. Valid and test: shorter side to {0}, centre crop {1}.</source>
   <translation>학습에만. 검증과 테스트: 짧은 변을 {0}으로, 가운데 {1} 자르기.</translation>
  </message>
  <message>
   <source>Train, valid and test alike.</source>
   <translation>학습·검증·테스트 모두 같음.</translation>
  </message>
  <message>
   <source>Train, valid and test: longer side to {1}, the rest filled.</source>
   <translation>학습·검증·테스트: 긴 변을 {1}으로, 나머지는 채움.</translation>
  </message>
  <message>
   <source>Train, valid and test: shorter side to {0}, centre {1}.</source>
   <translation>학습·검증·테스트: 짧은 변을 {0}으로, 가운데 {1}.</translation>
  </message>
  <message>
   <source>Train: one after the other. Valid and test: all, which vote by their mean.</source>
   <translation>학습: 하나씩 차례로. 검증과 테스트: 모두 받아 평균으로 투표.</translation>
  </message>
  <message>
   <source>Unequal classes</source>
   <translation>불균형 클래스</translation>
  </message>
  <message>
   <source>Weigh rare classes more</source>
   <translation>드문 클래스에 가중치</translation>
  </message>
  <message>
   <source>train only</source>
   <translation>학습에만</translation>
  </message>
  <message numerus="yes">
   <source>{0} frames need it</source>
   <translation>
    <numerusform>프레임 {0}개에 필요</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} frames are smaller than the network's square and are enlarged.</source>
   <translation>
    <numerusform>프레임 {1}개 중 {0}개가 네트워크의 정사각형보다 작아 확대됩니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PreviewGroup</name>
  <message>
   <source>Mirror left to right</source>
   <translation>좌우로 뒤집기</translation>
  </message>
  <message>
   <source>Mirror top to bottom</source>
   <translation>상하로 뒤집기</translation>
  </message>
  <message>
   <source>Turn by a quarter</source>
   <translation>90도 회전</translation>
  </message>
  <message>
   <source>What the network gets</source>
   <translation>네트워크 입력</translation>
  </message>
  <message numerus="yes">
   <source>{0} tiles of {1}</source>
   <translation>
    <numerusform>{1} 타일 {0}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProjectCard</name>
  <message>
   <source>Find…</source>
   <translation>찾기…</translation>
  </message>
  <message>
   <source>{0} labelled</source>
   <translation>{0}장 라벨 있음</translation>
  </message>
 </context>
 <context>
  <name>ProjectsPane</name>
  <message>
   <source>As a list</source>
   <translation>목록으로</translation>
  </message>
  <message>
   <source>As cards</source>
   <translation>카드로</translation>
  </message>
  <message>
   <source>Everything is kept on this computer, in the project’s folder.</source>
   <translation>모든 것은 이 컴퓨터의 프로젝트 폴더에 저장됩니다.</translation>
  </message>
  <message>
   <source>Filter projects</source>
   <translation>프로젝트 필터</translation>
  </message>
  <message>
   <source>No project has this in its name.</source>
   <translation>이름에 이 말이 든 프로젝트가 없습니다.</translation>
  </message>
  <message>
   <source>Recent projects</source>
   <translation>최근 프로젝트</translation>
  </message>
  <message>
   <source>Restore from a backup…</source>
   <translation>백업에서 복원…</translation>
  </message>
  <message numerus="yes">
   <source>Show all {0} projects</source>
   <translation>
    <numerusform>프로젝트 {0}개 모두 보기</numerusform>
   </translation>
  </message>
  <message>
   <source>Show projects</source>
   <translation>프로젝트 표시</translation>
  </message>
  <message>
   <source>Your projects will be here.</source>
   <translation>프로젝트가 여기에 표시됩니다.</translation>
  </message>
 </context>
 <context>
  <name>ProvenanceRows</name>
  <message>
   <source>Address</source>
   <translation>주소</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>저작자</translation>
  </message>
  <message>
   <source>Fetched</source>
   <translation>받음</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>라이선스</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>페이지</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>출처</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>제목</translation>
  </message>
 </context>
 <context>
  <name>QualityPanel</name>
  <message>
   <source>, {0} not searched yet</source>
   <translation>, {0}장 검사 전</translation>
  </message>
  <message>
   <source>Back to the starting threshold</source>
   <translation>기준값 처음으로</translation>
  </message>
  <message>
   <source>Just above</source>
   <translation>바로 위</translation>
  </message>
  <message>
   <source>Just above the threshold: not flagged</source>
   <translation>기준 바로 위: 표시 안 됨</translation>
  </message>
  <message>
   <source>Just below</source>
   <translation>바로 아래</translation>
  </message>
  <message>
   <source>Just below the threshold: flagged</source>
   <translation>기준 바로 아래: 표시됨</translation>
  </message>
  <message>
   <source>Not searched yet.</source>
   <translation>아직 검사하지 않았습니다.</translation>
  </message>
  <message>
   <source>Pictures that score less are flagged</source>
   <translation>점수가 이보다 낮은 이미지를 표시합니다</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>품질</translation>
  </message>
  <message>
   <source>Reject {0} flagged</source>
   <translation>표시된 {0}장 제외</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>검사</translation>
  </message>
  <message>
   <source>Search anew</source>
   <translation>다시 검사</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>검사 중…</translation>
  </message>
  <message>
   <source>There are no pictures yet.</source>
   <translation>아직 이미지가 없습니다.</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>기준값</translation>
  </message>
  <message>
   <source>flagged</source>
   <translation>표시됨</translation>
  </message>
  <message>
   <source>not flagged</source>
   <translation>표시 안 됨</translation>
  </message>
  <message>
   <source>{0} flagged, {1} not</source>
   <translation>{0}장 표시됨, {1}장 아님</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Preferences</source>
   <translation>환경설정</translation>
  </message>
  <message>
   <source>Rooms</source>
   <translation>단계</translation>
  </message>
 </context>
 <context>
  <name>RailItem</name>
  <message>
   <source>out of date</source>
   <translation>갱신 필요</translation>
  </message>
 </context>
 <context>
  <name>Rankings</name>
  <message>
   <source> · {0} % right on pictures it had not seen</source>
   <translation> · 보지 않은 이미지에서 정답 {0} %</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>수락</translation>
  </message>
  <message>
   <source>Accept {0}</source>
   <translation>{0}개 수락</translation>
  </message>
  <message>
   <source>Doubted labels</source>
   <translation>의심되는 라벨</translation>
  </message>
  <message>
   <source>Embedding</source>
   <translation>임베딩</translation>
  </message>
  <message>
   <source>In doubt first</source>
   <translation>의심스러운 순</translation>
  </message>
  <message>
   <source>Most similar to {0}</source>
   <translation>{0}과(와) 가장 비슷한 이미지</translation>
  </message>
  <message>
   <source>No suggestions</source>
   <translation>제안 없음</translation>
  </message>
  <message>
   <source>Nothing to compare</source>
   <translation>비교할 것이 없음</translation>
  </message>
  <message>
   <source>Order of the suggestions</source>
   <translation>제안 순서</translation>
  </message>
  <message>
   <source>Perhaps {0} instead</source>
   <translation>혹시 {0}</translation>
  </message>
  <message>
   <source>Probably {0}</source>
   <translation>아마 {0}</translation>
  </message>
  <message>
   <source>Suggest again</source>
   <translation>다시 제안</translation>
  </message>
  <message>
   <source>Suggest labels</source>
   <translation>라벨 제안</translation>
  </message>
  <message>
   <source>Suggested labels</source>
   <translation>제안된 라벨</translation>
  </message>
  <message>
   <source>Surest first</source>
   <translation>확실한 순</translation>
  </message>
  <message>
   <source>the whole project</source>
   <translation>프로젝트 전체</translation>
  </message>
  <message numerus="yes">
   <source>{0} labels that the others do not bear out</source>
   <translation>
    <numerusform>다른 라벨과 맞지 않는 라벨 {0}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>이미지 {0}장</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures; a dashed edge is no label yet</source>
   <translation>
    <numerusform>이미지 {0}장. 점선 테두리는 아직 라벨이 아닙니다</numerusform>
   </translation>
  </message>
  <message>
   <source>{0}: no features. Only pictures that are kept and can be read have some.</source>
   <translation>{0}: 특징이 없습니다. 보관되어 있고 읽을 수 있는 이미지에만 특징이 있습니다.</translation>
  </message>
 </context>
 <context>
  <name>Reason</name>
  <message>
   <source>Address refused</source>
   <translation>거부된 주소</translation>
  </message>
  <message>
   <source>Blocked by robots.txt</source>
   <translation>robots.txt가 막음</translation>
  </message>
  <message>
   <source>Broken file</source>
   <translation>손상된 파일</translation>
  </message>
  <message>
   <source>Could not be read</source>
   <translation>읽지 못함</translation>
  </message>
  <message>
   <source>Cut off</source>
   <translation>잘린 파일</translation>
  </message>
  <message>
   <source>Decoder failed on it</source>
   <translation>디코더 실패</translation>
  </message>
  <message>
   <source>Exact duplicate</source>
   <translation>똑같은 이미지</translation>
  </message>
  <message>
   <source>Extreme aspect</source>
   <translation>극단적 비율</translation>
  </message>
  <message>
   <source>Format not supported</source>
   <translation>지원하지 않는 형식</translation>
  </message>
  <message>
   <source>Not an image</source>
   <translation>이미지 아님</translation>
  </message>
  <message>
   <source>Not reached</source>
   <translation>닿지 않음</translation>
  </message>
  <message>
   <source>Over 32 MiB</source>
   <translation>32 MiB 초과</translation>
  </message>
  <message>
   <source>Over the limit</source>
   <translation>한도 초과</translation>
  </message>
  <message>
   <source>Server refused</source>
   <translation>서버가 거부</translation>
  </message>
  <message>
   <source>Site says no AI use</source>
   <translation>AI 사용 거부 사이트</translation>
  </message>
  <message>
   <source>Timed out</source>
   <translation>시간 초과</translation>
  </message>
  <message>
   <source>Too many pixels</source>
   <translation>픽셀이 너무 많음</translation>
  </message>
  <message>
   <source>Too small</source>
   <translation>너무 작음</translation>
  </message>
  <message>
   <source>Took too long to open</source>
   <translation>여는 데 너무 오래 걸림</translation>
  </message>
 </context>
 <context>
  <name>RecentProjects</name>
  <message>
   <source>Today, {0}</source>
   <translation>오늘, {0}</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>어제</translation>
  </message>
 </context>
 <context>
  <name>RecipeForm</name>
  <message>
   <source>Apple GPU</source>
   <translation>Apple GPU</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>자동</translation>
  </message>
  <message>
   <source>Early stop</source>
   <translation>조기 종료</translation>
  </message>
  <message>
   <source>Let the learning rate follow the batch size</source>
   <translation>학습률이 배치 크기를 따르게</translation>
  </message>
  <message>
   <source>NVIDIA GPU</source>
   <translation>NVIDIA GPU</translation>
  </message>
  <message>
   <source>Own network…</source>
   <translation>직접 만든 네트워크…</translation>
  </message>
  <message>
   <source>Own: {0}</source>
   <translation>직접 만든 것: {0}</translation>
  </message>
  <message>
   <source>Processor</source>
   <translation>프로세서</translation>
  </message>
  <message>
   <source>a third</source>
   <translation>3분의 1</translation>
  </message>
  <message>
   <source>ep.</source>
   <translation>에포크</translation>
  </message>
 </context>
 <context>
  <name>RecipePane</name>
  <message>
   <source> · {0} MB to fetch</source>
   <translation> · {0} MB 내려받기</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>배치 크기</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>장치</translation>
  </message>
  <message>
   <source>Early stop</source>
   <translation>조기 종료</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>에포크</translation>
  </message>
  <message>
   <source>Epochs without a better one until it stops</source>
   <translation>나아지지 않을 때 멈추기까지의 에포크</translation>
  </message>
  <message>
   <source>How the rate follows the batch</source>
   <translation>학습률이 배치를 따르는 방식</translation>
  </message>
  <message>
   <source>Kind of training</source>
   <translation>학습 종류</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>학습률</translation>
  </message>
  <message>
   <source>More</source>
   <translation>더 보기</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <source>Optimiser</source>
   <translation>옵티마이저</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>레시피</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>초기화</translation>
  </message>
  <message>
   <source>Schedule</source>
   <translation>스케줄</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <source>Weight decay</source>
   <translation>가중치 감쇠</translation>
  </message>
  <message>
   <source>after</source>
   <translation>기준</translation>
  </message>
  <message>
   <source>next run</source>
   <translation>다음 실행</translation>
  </message>
  <message numerus="yes">
   <source>{0} train · {1} valid frames at {2} × {2}. About {3} steps an epoch. Test is not touched.</source>
   <translation>
    <numerusform>{2} × {2} 프레임, 학습 {0}개 · 검증 {1}개. 에포크당 약 {3}스텝. 테스트는 건드리지 않습니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RefusedPage</name>
  <message>
   <source>This picture cannot be shown</source>
   <translation>이 이미지를 표시할 수 없습니다</translation>
  </message>
 </context>
 <context>
  <name>ReliabilityPlot</name>
  <message>
   <source>Reliability</source>
   <translation>신뢰도</translation>
  </message>
  <message>
   <source>{0} to {1} %: {2} of {3} right</source>
   <translation>{0}~{1} %: {3}개 중 {2}개 정답</translation>
  </message>
 </context>
 <context>
  <name>RepairDialog</name>
  <message>
   <source>A failing disk, or a program that changed the file, may be the cause. What was found: {0}</source>
   <translation>디스크 고장이나 파일을 바꾼 프로그램 때문일 수 있습니다. 발견한 것: {0}</translation>
  </message>
  <message>
   <source>All pictures of the folder, with their labels. Frames, rejections, splits, clusterings and runs are lost.</source>
   <translation>폴더의 모든 이미지와 라벨. 프레임, 제외, 분할, 클러스터링, 실행은 잃습니다.</translation>
  </message>
  <message>
   <source>Another backup</source>
   <translation>다른 백업</translation>
  </message>
  <message>
   <source>Bring a project back</source>
   <translation>프로젝트 복원</translation>
  </message>
  <message>
   <source>Bring back the backup of {0}</source>
   <translation>{0} 백업 복원</translation>
  </message>
  <message>
   <source>Bring it back</source>
   <translation>복원</translation>
  </message>
  <message>
   <source>Bring “{0}” back from a backup</source>
   <translation>백업에서 “{0}” 복원</translation>
  </message>
  <message>
   <source>Build it anew</source>
   <translation>새로 만들기</translation>
  </message>
  <message>
   <source>Build it anew from the pictures</source>
   <translation>이미지에서 새로 만들기</translation>
  </message>
  <message>
   <source>Its database cannot be trusted any more</source>
   <translation>데이터베이스를 더는 믿을 수 없습니다</translation>
  </message>
  <message>
   <source>Leave it as it is</source>
   <translation>그대로 두기</translation>
  </message>
  <message>
   <source>Nothing is changed. Some of it may be missing or wrong.</source>
   <translation>아무것도 바꾸지 않습니다. 일부가 없거나 틀릴 수 있습니다.</translation>
  </message>
  <message>
   <source>Open it to look only</source>
   <translation>보기 전용으로 열기</translation>
  </message>
  <message>
   <source>Open to look</source>
   <translation>보기 전용</translation>
  </message>
  <message>
   <source>Other work done after it is lost.</source>
   <translation>그 뒤의 다른 작업은 잃습니다.</translation>
  </message>
  <message>
   <source>Pictures that came later come back too.</source>
   <translation>나중에 들어온 이미지도 돌아옵니다.</translation>
  </message>
  <message>
   <source>The database that is there now is kept beside it under another name. Nothing is deleted.</source>
   <translation>지금 있는 데이터베이스는 다른 이름으로 옆에 남깁니다. 아무것도 지우지 않습니다.</translation>
  </message>
  <message numerus="yes">
   <source>The labels of {0} of them are written down a second time, up to the last one.</source>
   <translation>
    <numerusform>그중 {0}장의 라벨은 마지막 것까지 한 번 더 적혀 있습니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} changes of labels made after it come back too, as do pictures that came later.</source>
   <translation>
    <numerusform>그 뒤의 라벨 변경 {0}건과 나중에 들어온 이미지도 돌아옵니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} images, {1} of them labelled.</source>
   <translation>
    <numerusform>이미지 {0}장, 그중 {1}장에 라벨 있음.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures lie unharmed in its folder.</source>
   <translation>
    <numerusform>이미지 {0}장이 폴더에 무사히 있습니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} · {1} images, {2} labelled</source>
   <translation>
    <numerusform>{0} · 이미지 {1}장, 라벨 {2}장</numerusform>
   </translation>
  </message>
  <message>
   <source>“{0}” is damaged</source>
   <translation>“{0}” 손상됨</translation>
  </message>
 </context>
 <context>
  <name>Repairing</name>
  <message>
   <source>Bringing pictures back</source>
   <translation>이미지 되돌리기</translation>
  </message>
 </context>
 <context>
  <name>Report</name>
  <message>
   <source>95 %: {low} to {high}</source>
   <translation>95 %: {low}~{high}</translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <source>Accuracy on valid</source>
   <translation>검증 정확도</translation>
  </message>
  <message>
   <source>Adam</source>
   <translation>Adam</translation>
  </message>
  <message>
   <source>AdamW</source>
   <translation>AdamW</translation>
  </message>
  <message>
   <source>All</source>
   <translation>전체</translation>
  </message>
  <message>
   <source>Best epoch</source>
   <translation>최고 에포크</translation>
  </message>
  <message>
   <source>Calinski–Harabasz</source>
   <translation>Calinski–Harabasz</translation>
  </message>
  <message>
   <source>Came in</source>
   <translation>들어옴</translation>
  </message>
  <message>
   <source>Choices of {run}</source>
   <translation>{run}의 설정</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>클래스</translation>
  </message>
  <message>
   <source>Cluster {number}</source>
   <translation>클러스터 {number}</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>클러스터</translation>
  </message>
  <message>
   <source>Confusion</source>
   <translation>혼동 행렬</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>개수</translation>
  </message>
  <message>
   <source>Curves of {run}</source>
   <translation>{run}의 곡선</translation>
  </message>
  <message>
   <source>Data card</source>
   <translation>데이터 카드</translation>
  </message>
  <message>
   <source>Data card and results · {made_at}</source>
   <translation>데이터 카드와 결과 · {made_at}</translation>
  </message>
  <message>
   <source>Davies–Bouldin</source>
   <translation>Davies–Bouldin</translation>
  </message>
  <message>
   <source>Each picture by the vote of its frames: {right} of {pictures} right, {accuracy} ({low} to {high}).</source>
   <translation>이미지마다 프레임의 투표로 정하면 {pictures} 중 {right}장 정답, {accuracy} ({low}~{high}).</translation>
  </message>
  <message>
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>찾음</translation>
  </message>
  <message>
   <source>Found: {found}. Came in: {came_in}. Kept after sorting: {kept}.</source>
   <translation>찾음 {found}, 들어옴 {came_in}, 정리한 뒤 보관 {kept}.</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>How it was collected</source>
   <translation>수집 방법</translation>
  </message>
  <message>
   <source>How often it was right, by how sure it was; on the dotted line the two are the same.</source>
   <translation>확신한 만큼 실제로 맞혔는지 보여 줍니다. 점선 위에서는 둘이 같습니다.</translation>
  </message>
  <message>
   <source>Intervals are 95 % (Wilson).</source>
   <translation>괄호 안은 95 % 구간(Wilson)입니다.</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>종류</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>라이선스</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>손실</translation>
  </message>
  <message>
   <source>Made by Winnow {version}. This page needs no network and runs no script.</source>
   <translation>Winnow {version}(으)로 만들었습니다. 이 문서는 네트워크 없이 열리며 스크립트를 실행하지 않습니다.</translation>
  </message>
  <message>
   <source>Most confident mistakes</source>
   <translation>가장 확신한 오답</translation>
  </message>
  <message>
   <source>Near duplicates count as one group and stay in one part.</source>
   <translation>거의 같은 이미지는 한 그룹으로 보고 한 세트에만 둡니다.</translation>
  </message>
  <message>
   <source>Near duplicates were not kept together: results may be too good.</source>
   <translation>거의 같은 이미지를 함께 두지 않았습니다. 결과가 실제보다 좋게 나올 수 있습니다.</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <source>Not inside: {unlabelled} without a label, {rejected} rejected.</source>
   <translation>들어 있지 않은 것: 라벨 없는 {unlabelled}, 제외한 {rejected}장.</translation>
  </message>
  <message>
   <source>Of {n} picture no licence is known: ask before you pass it on.</source>
   <translation>이미지 {n}장의 라이선스를 알 수 없습니다. 남에게 주기 전에 허락을 구하세요.</translation>
  </message>
  <message>
   <source>Of {n} pictures no licence is known: ask before you pass them on.</source>
   <translation>이미지 {n}장의 라이선스를 알 수 없습니다. 남에게 주기 전에 허락을 구하세요.</translation>
  </message>
  <message>
   <source>Out of date: pictures, frames or labels have changed since.</source>
   <translation>갱신 필요: 그 뒤에 이미지, 프레임 또는 라벨이 바뀌었습니다.</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>세트</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>정밀도</translation>
  </message>
  <message>
   <source>Proof: of {groups} ({pictures}) none is in two parts.</source>
   <translation>확인: {groups}({pictures}) 가운데 두 세트에 걸친 것은 없습니다.</translation>
  </message>
  <message>
   <source>ROC area</source>
   <translation>ROC 면적</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>이유</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>재현율</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>레시피</translation>
  </message>
  <message>
   <source>Reliability</source>
   <translation>신뢰도</translation>
  </message>
  <message>
   <source>Rows are what it is, columns what was said.</source>
   <translation>행은 실제, 열은 예측입니다.</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <source>SGD, Nesterov</source>
   <translation>SGD, 네스테로프</translation>
  </message>
  <message>
   <source>Said</source>
   <translation>예측</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>출처</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>분할</translation>
  </message>
  <message>
   <source>Suspected wrong labels</source>
   <translation>잘못 붙었을 수 있는 라벨</translation>
  </message>
  <message>
   <source>Taken for something else most often</source>
   <translation>가장 자주 혼동한 클래스</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>테스트</translation>
  </message>
  <message>
   <source>Test result</source>
   <translation>평가 결과</translation>
  </message>
  <message>
   <source>The folds have not been run, so nothing is known of wrong labels.</source>
   <translation>폴드를 실행하지 않아 잘못된 라벨을 아직 알 수 없습니다.</translation>
  </message>
  <message>
   <source>The most typical pictures of each cluster come first.</source>
   <translation>클러스터마다 가장 전형적인 이미지가 먼저 나옵니다.</translation>
  </message>
  <message>
   <source>The split has no test part.</source>
   <translation>이 분할에는 테스트 세트가 없습니다.</translation>
  </message>
  <message>
   <source>The test part ({frames}) has not been opened for {run}. Nothing of it is in this report.</source>
   <translation>{run}의 테스트 세트({frames})는 아직 열지 않았습니다. 이 보고서에는 그 내용이 없습니다.</translation>
  </message>
  <message>
   <source>There is none yet.</source>
   <translation>아직 없습니다.</translation>
  </message>
  <message>
   <source>There were no mistakes.</source>
   <translation>틀린 것이 없습니다.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>시간</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Train and valid are divided into {count} folds as well; test stays outside.</source>
   <translation>학습과 검증은 폴드 {count}개로도 나눕니다. 테스트는 여기에 들지 않습니다.</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>True</source>
   <translation>실제</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>What fell out, and why</source>
   <translation>빠진 것과 이유</translation>
  </message>
  <message>
   <source>When</source>
   <translation>날짜</translation>
  </message>
  <message>
   <source>Where it fails</source>
   <translation>어디서 틀리는가</translation>
  </message>
  <message>
   <source>balanced accuracy</source>
   <translation>균형 정확도</translation>
  </message>
  <message>
   <source>best on valid</source>
   <translation>검증 최고 정확도</translation>
  </message>
  <message>
   <source>by cluster</source>
   <translation>클러스터별</translation>
  </message>
  <message>
   <source>by size of the shorter side</source>
   <translation>짧은 변 크기별</translation>
  </message>
  <message>
   <source>by source</source>
   <translation>출처별</translation>
  </message>
  <message>
   <source>calibration error</source>
   <translation>보정 오차</translation>
  </message>
  <message>
   <source>centre crop</source>
   <translation>가운데 자르기</translation>
  </message>
  <message>
   <source>chosen by itself</source>
   <translation>자동</translation>
  </message>
  <message>
   <source>class</source>
   <translation>클래스</translation>
  </message>
  <message>
   <source>classes</source>
   <translation>클래스</translation>
  </message>
  <message>
   <source>colours</source>
   <translation>색</translation>
  </message>
  <message>
   <source>constant</source>
   <translation>고정</translation>
  </message>
  <message>
   <source>cosine with warm restarts</source>
   <translation>재시작하는 코사인</translation>
  </message>
  <message>
   <source>cosine with warm-up</source>
   <translation>워밍업 있는 코사인</translation>
  </message>
  <message>
   <source>en</source>
   <translation>ko</translation>
  </message>
  <message>
   <source>epoch</source>
   <translation>에포크</translation>
  </message>
  <message>
   <source>fine-tune</source>
   <translation>미세 조정</translation>
  </message>
  <message>
   <source>frame with a label</source>
   <translation>라벨 있는 프레임</translation>
  </message>
  <message>
   <source>frames with a label</source>
   <translation>라벨 있는 프레임</translation>
  </message>
  <message>
   <source>from scratch</source>
   <translation>처음부터</translation>
  </message>
  <message>
   <source>how often right</source>
   <translation>실제 정답률</translation>
  </message>
  <message>
   <source>how sure</source>
   <translation>확신도</translation>
  </message>
  <message>
   <source>inertia</source>
   <translation>관성</translation>
  </message>
  <message>
   <source>log loss</source>
   <translation>로그 손실</translation>
  </message>
  <message>
   <source>n</source>
   <translation>개수</translation>
  </message>
  <message>
   <source>nothing is done</source>
   <translation>없음</translation>
  </message>
  <message>
   <source>one-cycle</source>
   <translation>원사이클</translation>
  </message>
  <message>
   <source>padded</source>
   <translation>여백</translation>
  </message>
  <message>
   <source>picture</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>pictures</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>픽셀</translation>
  </message>
  <message>
   <source>quick</source>
   <translation>빠른 학습</translation>
  </message>
  <message>
   <source>random resized crop</source>
   <translation>무작위 크기 자르기</translation>
  </message>
  <message>
   <source>rare ones are drawn more</source>
   <translation>드문 클래스 더 뽑기</translation>
  </message>
  <message>
   <source>rare ones weigh more</source>
   <translation>드문 클래스에 가중치</translation>
  </message>
  <message>
   <source>reduced on a plateau</source>
   <translation>정체 시 감소</translation>
  </message>
  <message>
   <source>silhouette</source>
   <translation>실루엣</translation>
  </message>
  <message>
   <source>squished</source>
   <translation>늘려 맞춤</translation>
  </message>
  <message>
   <source>steps down</source>
   <translation>계단식 감소</translation>
  </message>
  <message>
   <source>test accuracy</source>
   <translation>테스트 정확도</translation>
  </message>
  <message>
   <source>test sealed</source>
   <translation>테스트는 봉인됨</translation>
  </message>
  <message>
   <source>the embedding</source>
   <translation>임베딩</translation>
  </message>
  <message>
   <source>tiles</source>
   <translation>타일</translation>
  </message>
  <message>
   <source>train (dashed)</source>
   <translation>학습(파선)</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>알 수 없음</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>{groups} are in more than one part: results on them are too good.</source>
   <translation>{groups}이(가) 둘 이상의 세트에 걸쳐 있습니다. 결과가 실제보다 좋게 나옵니다.</translation>
  </message>
  <message>
   <source>{groups} is in more than one part: results on it are too good.</source>
   <translation>{groups}이(가) 둘 이상의 세트에 걸쳐 있습니다. 결과가 실제보다 좋게 나옵니다.</translation>
  </message>
  <message>
   <source>{label}, rather {suggested}; the label fits by {share}</source>
   <translation>라벨은 {label}, {suggested}에 가까움. 라벨이 맞을 확률 {share}</translation>
  </message>
  <message>
   <source>{label}, said {said} ({share})</source>
   <translation>실제 {label}, 예측 {said} ({share})</translation>
  </message>
  <message>
   <source>{method} on {features}: {clusters}.</source>
   <translation>{method}, 특징은 {features}: {clusters}.</translation>
  </message>
  <message>
   <source>{n} cluster</source>
   <translation>클러스터 {n}개</translation>
  </message>
  <message>
   <source>{n} clusters</source>
   <translation>클러스터 {n}개</translation>
  </message>
  <message>
   <source>{n} frame</source>
   <translation>프레임 {n}개</translation>
  </message>
  <message>
   <source>{n} frames</source>
   <translation>프레임 {n}개</translation>
  </message>
  <message>
   <source>{n} group of frames that belong together</source>
   <translation>함께 있어야 할 프레임 그룹 {n}개</translation>
  </message>
  <message>
   <source>{n} groups of frames that belong together</source>
   <translation>함께 있어야 할 프레임 그룹 {n}개</translation>
  </message>
  <message>
   <source>{n} of {weighed} labels look wrong to networks that had not learned from them.</source>
   <translation>배운 적 없는 네트워크가 보기에 라벨 {weighed}개 중 {n}개가 잘못된 것 같습니다.</translation>
  </message>
  <message>
   <source>{n} of {weighed} labels looks wrong to networks that had not learned from it.</source>
   <translation>배운 적 없는 네트워크가 보기에 라벨 {weighed}개 중 {n}개가 잘못된 것 같습니다.</translation>
  </message>
  <message>
   <source>{n} picture</source>
   <translation>이미지 {n}장</translation>
  </message>
  <message>
   <source>{n} picture belongs to none.</source>
   <translation>어디에도 들지 않는 이미지 {n}장.</translation>
  </message>
  <message>
   <source>{n} pictures</source>
   <translation>이미지 {n}장</translation>
  </message>
  <message>
   <source>{n} pictures belong to none.</source>
   <translation>어디에도 들지 않는 이미지 {n}장.</translation>
  </message>
  <message>
   <source>{project}: report</source>
   <translation>{project}: 보고서</translation>
  </message>
  <message>
   <source>{run}, on {frames} that it never learned from. The test part has been opened once: {log}.</source>
   <translation>{run}, 배운 적 없는 {frames}에서 잰 결과입니다. 테스트 세트를 한 번 열었습니다: {log}.</translation>
  </message>
  <message>
   <source>{run}, on {frames} that it never learned from. The test part has been opened {n} times: {log}. Choosing a run by these numbers would make them too good.</source>
   <translation>{run}, 배운 적 없는 {frames}에서 잰 결과입니다. 테스트 세트를 {n}번 열었습니다: {log}. 이 수치를 보고 실행을 고르면 수치가 실제보다 좋게 나옵니다.</translation>
  </message>
  <message>
   <source>{train} % train, {valid} % valid, {test} % test, drawn with the seed {seed} on {made_at}.</source>
   <translation>학습 {train} %, 검증 {valid} %, 테스트 {test} %. 시드 {seed}(으)로 {made_at}에 나눴습니다.</translation>
  </message>
 </context>
 <context>
  <name>ReportPanel</name>
  <message>
   <source>Export report</source>
   <translation>보고서 내보내기</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>형식</translation>
  </message>
  <message>
   <source>HTML page</source>
   <translation>HTML 페이지</translation>
  </message>
  <message>
   <source>One file that opens without a network. Of a test that was not opened nothing is told.</source>
   <translation>네트워크 없이 열리는 파일 하나. 열지 않은 테스트는 아무것도 알리지 않습니다.</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>부분</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>보고서</translation>
  </message>
  <message>
   <source>Result of</source>
   <translation>결과를 실을 실행</translation>
  </message>
  <message>
   <source>Thumbnails, never originals</source>
   <translation>섬네일만, 원본은 넣지 않음</translation>
  </message>
  <message>
   <source>Tick at least one part.</source>
   <translation>부분을 하나 이상 선택하세요.</translation>
  </message>
  <message>
   <source>one HTML page</source>
   <translation>HTML 페이지 하나</translation>
  </message>
  <message>
   <source>one PDF file</source>
   <translation>PDF 파일 하나</translation>
  </message>
  <message>
   <source>the run that was tested last</source>
   <translation>마지막으로 평가한 실행</translation>
  </message>
 </context>
 <context>
  <name>RequestPane</name>
  <message>
   <source>Close</source>
   <translation>닫기</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>시작</translation>
  </message>
 </context>
 <context>
  <name>ResultPage</name>
  <message>
   <source>95 % intervals (Wilson)</source>
   <translation>95 % 구간 (윌슨)</translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <source>All mistakes</source>
   <translation>모든 오답</translation>
  </message>
  <message>
   <source>Balanced accuracy</source>
   <translation>균형 정확도</translation>
  </message>
  <message>
   <source>Calibration error</source>
   <translation>보정 오차</translation>
  </message>
  <message>
   <source>Confusion</source>
   <translation>혼동 행렬</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>개수</translation>
  </message>
  <message>
   <source>Counts or shares of each row</source>
   <translation>개수 또는 행별 비율</translation>
  </message>
  <message numerus="yes">
   <source>ECE, {0} bins</source>
   <translation>
    <numerusform>ECE, 구간 {0}개</numerusform>
   </translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>It kept its table only. Another look shows everything, and is counted.</source>
   <translation>표만 남아 있습니다. 다시 열면 모두 보이며, 열람으로 셉니다.</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>로그</translation>
  </message>
  <message>
   <source>Log loss</source>
   <translation>로그 손실</translation>
  </message>
  <message>
   <source>Look again…</source>
   <translation>다시 보기…</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>모델</translation>
  </message>
  <message>
   <source>Most confident mistakes</source>
   <translation>가장 확신한 오답</translation>
  </message>
  <message>
   <source>Out of date</source>
   <translation>갱신 필요</translation>
  </message>
  <message>
   <source>Per class</source>
   <translation>클래스별</translation>
  </message>
  <message>
   <source>Per row</source>
   <translation>행별</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>Pictures of the test part</source>
   <translation>테스트 세트의 이미지</translation>
  </message>
  <message>
   <source>Pictures, frames or labels changed since {0} was trained: train again.</source>
   <translation>{0} 학습 뒤에 이미지, 프레임, 라벨이 바뀌었습니다. 다시 학습하세요.</translation>
  </message>
  <message>
   <source>Reliability</source>
   <translation>신뢰도</translation>
  </message>
  <message numerus="yes">
   <source>Test part opened {0} times</source>
   <translation>
    <numerusform>테스트 세트 열람 {0}번</numerusform>
   </translation>
  </message>
  <message>
   <source>This look was made by an earlier version</source>
   <translation>이전 버전에서 열어 본 결과입니다</translation>
  </message>
  <message>
   <source>True {0}, said {1}</source>
   <translation>정답 {0}, 예측 {1}</translation>
  </message>
  <message>
   <source>What is counted</source>
   <translation>셀 내용</translation>
  </message>
  <message>
   <source>all {0}</source>
   <translation>모두 {0}</translation>
  </message>
  <message>
   <source>click a cell</source>
   <translation>칸을 클릭하세요</translation>
  </message>
  <message>
   <source>epoch {0} of {1} · valid {2} · {3}</source>
   <translation>에포크 {0}/{1} · 검증 {2} · {3}</translation>
  </message>
  <message>
   <source>frames</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>frames in each bin</source>
   <translation>구간별 프레임</translation>
  </message>
  <message>
   <source>label {0}</source>
   <translation>라벨 {0}</translation>
  </message>
  <message>
   <source>label {0}, cluster {1}</source>
   <translation>라벨 {0}, 클러스터 {1}</translation>
  </message>
  <message numerus="yes">
   <source>mean recall of {0} classes</source>
   <translation>
    <numerusform>클래스 {0}개의 평균 재현율</numerusform>
   </translation>
  </message>
  <message>
   <source>mistake {0} of {1}</source>
   <translation>오답 {0}/{1}</translation>
  </message>
  <message>
   <source>none: every frame was told right</source>
   <translation>없음: 모든 프레임을 맞혔습니다</translation>
  </message>
  <message>
   <source>picture {0} of {1}</source>
   <translation>이미지 {0}/{1}</translation>
  </message>
  <message>
   <source>pictures</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>said</source>
   <translation>예측</translation>
  </message>
  <message>
   <source>valid was {0}</source>
   <translation>검증에서는 {0}</translation>
  </message>
  <message numerus="yes">
   <source>{0} frames, the surest first</source>
   <translation>
    <numerusform>프레임 {0}개, 확실한 순</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} of {1} {2} · {3}</source>
   <translation>{2} {1}개 중 {0}개 · {3}</translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures have frames with different labels and are left out</source>
   <translation>
    <numerusform>프레임마다 라벨이 다른 이미지 {0}장은 뺐습니다</numerusform>
   </translation>
  </message>
  <message>
   <source>{0}, for {1}. Choosing a run by these numbers would make them too good.</source>
   <translation>{0}, 대상 {1}. 이 수치로 실행을 고르면 수치가 실제보다 좋아 보입니다.</translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message>
   <source>Arrows walk, 1–9 give the right label, K keeps the one it has, X rejects the picture.</source>
   <translation>화살표로 이동, 1–9로 맞는 라벨, K로 유지, X로 제외.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>뒤로</translation>
  </message>
  <message>
   <source>The folds could not be run</source>
   <translation>폴드를 실행하지 못했습니다</translation>
  </message>
 </context>
 <context>
  <name>Room</name>
  <message>
   <source>Collect</source>
   <translation>수집</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>편집</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>내보내기</translation>
  </message>
  <message>
   <source>Sort</source>
   <translation>정리</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>분할</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>평가</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
 </context>
 <context>
  <name>RoomWidget</name>
  <message>
   <source>Go to {0}</source>
   <translation>{0} 단계로 이동</translation>
  </message>
 </context>
 <context>
  <name>RowList</name>
  <message>
   <source>Results</source>
   <translation>결과</translation>
  </message>
 </context>
 <context>
  <name>RulesPane</name>
  <message>
   <source>At most 4 connections to one host. A server that says 'too many requests' is left in peace for as long as it asks.</source>
   <translation>한 호스트에 연결은 최대 4개. '요청이 너무 많음'이라는 서버는 요청한 만큼 쉬게 둡니다.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>닫기</translation>
  </message>
  <message>
   <source>Only http and https, and no private network unless you allow it for a source.</source>
   <translation>http와 https만. 사설 네트워크는 출처마다 허용해야 접속합니다.</translation>
  </message>
  <message>
   <source>Pages and servers that say noai, noimageai, noindex or noimageindex are left alone, and counted.</source>
   <translation>noai, noimageai, noindex, noimageindex를 밝힌 페이지와 서버는 건드리지 않고 셉니다.</translation>
  </message>
  <message>
   <source>Pictures over 32 MiB, over 50 megapixels, under 32 pixels or longer than 8 to 1 are left out, with the reason.</source>
   <translation>32 MiB 초과, 50메가픽셀 초과, 32픽셀 미만, 8:1보다 긴 이미지는 이유를 남기고 뺍니다.</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>규칙</translation>
  </message>
  <message>
   <source>Some sites ask for a way to reach you: a name and a mail address. Empty: Winnow's own words.</source>
   <translation>연락할 방법을 요구하는 사이트가 있습니다: 이름과 메일 주소. 비우면 Winnow의 기본 문구를 씁니다.</translation>
  </message>
  <message>
   <source>Who asks (User-Agent)</source>
   <translation>요청자 (User-Agent)</translation>
  </message>
  <message>
   <source>robots.txt is obeyed, and the wait that it asks for.</source>
   <translation>robots.txt와 거기서 요청한 대기 시간을 지킵니다.</translation>
  </message>
 </context>
 <context>
  <name>RunChoice</name>
  <message>
   <source>Best on valid</source>
   <translation>검증 최고</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>완료</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>실패</translation>
  </message>
  <message>
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>중단됨</translation>
  </message>
  <message>
   <source>Out of date</source>
   <translation>갱신 필요</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>레시피</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>정답</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <source>State</source>
   <translation>상태</translation>
  </message>
  <message>
   <source>Stopped early</source>
   <translation>조기 종료됨</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>테스트</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>sealed</source>
   <translation>봉인됨</translation>
  </message>
 </context>
 <context>
  <name>RunPlots</name>
  <message>
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <source>Curves of the runs</source>
   <translation>실행 곡선</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>학습률</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>손실</translation>
  </message>
  <message>
   <source>cross-entropy</source>
   <translation>교차 엔트로피</translation>
  </message>
  <message>
   <source>epoch {0}</source>
   <translation>에포크 {0}</translation>
  </message>
  <message>
   <source>run-{0}</source>
   <translation>run-{0}</translation>
  </message>
  <message>
   <source>train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>검증</translation>
  </message>
 </context>
 <context>
  <name>RunQueue</name>
  <message>
   <source>Training</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Training, resumed</source>
   <translation>학습, 이어서</translation>
  </message>
 </context>
 <context>
  <name>RunTableView</name>
  <message>
   <source> · fold {0}</source>
   <translation> · 폴드 {0}</translation>
  </message>
  <message>
   <source>95 %</source>
   <translation>95 %</translation>
  </message>
  <message>
   <source>At</source>
   <translation>시점</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>배치</translation>
  </message>
  <message>
   <source>Delete	Del</source>
   <translation>삭제	Del</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>에포크</translation>
  </message>
  <message>
   <source>Hide its curve	Space</source>
   <translation>곡선 숨기기	Space</translation>
  </message>
  <message>
   <source>Hide its curve  Space</source>
   <translation>곡선 숨기기  Space</translation>
  </message>
  <message>
   <source>More</source>
   <translation>더 보기</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>이름</translation>
  </message>
  <message>
   <source>Of the epoch whose weights are kept</source>
   <translation>가중치를 남긴 에포크의 값</translation>
  </message>
  <message>
   <source>Out of date</source>
   <translation>갱신 필요</translation>
  </message>
  <message>
   <source>Pictures, frames or labels have changed since it learned: train again to compare.</source>
   <translation>학습한 뒤 이미지, 프레임, 라벨이 바뀌었습니다. 비교하려면 다시 학습하세요.</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>학습률</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>레시피</translation>
  </message>
  <message>
   <source>Rename	F2</source>
   <translation>이름 바꾸기	F2</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>이어 하기</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>정답</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>실행</translation>
  </message>
  <message>
   <source>Show its curve	Space</source>
   <translation>곡선 표시	Space</translation>
  </message>
  <message>
   <source>Show its curve  Space</source>
   <translation>곡선 표시  Space</translation>
  </message>
  <message>
   <source>State</source>
   <translation>상태</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>시간</translation>
  </message>
  <message>
   <source>Use its recipe for the next run</source>
   <translation>다음 실행에 이 레시피 사용</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>hidden: Space shows its curve</source>
   <translation>숨김: Space로 곡선 표시</translation>
  </message>
  <message>
   <source>shown: Space hides its curve</source>
   <translation>표시됨: Space로 곡선 숨기기</translation>
  </message>
 </context>
 <context>
  <name>ScrollingPage</name>
  <message>
   <source>Back</source>
   <translation>뒤로</translation>
  </message>
 </context>
 <context>
  <name>SealedFacts</name>
  <message>
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <source>Folds judge all train and valid frames, as often as you like.</source>
   <translation>폴드는 모든 학습·검증 프레임을 몇 번이든 판정합니다.</translation>
  </message>
  <message>
   <source>Folds judge all {0} train and valid frames, as often as you like.</source>
   <translation>폴드는 학습·검증 프레임 {0}개 모두를 몇 번이든 판정합니다.</translation>
  </message>
  <message>
   <source>Go to Folds</source>
   <translation>폴드로 이동</translation>
  </message>
  <message>
   <source>Never opened since the split, {0}</source>
   <translation>분할 뒤로 연 적 없음, {0}</translation>
  </message>
  <message>
   <source>Openings</source>
   <translation>열람</translation>
  </message>
  <message>
   <source>Out of fold</source>
   <translation>폴드 밖</translation>
  </message>
  <message>
   <source>Valid, {0}</source>
   <translation>검증, {0}</translation>
  </message>
  <message>
   <source>Without spending it</source>
   <translation>열지 않고 알아보기</translation>
  </message>
 </context>
 <context>
  <name>SealedPage</name>
  <message>
   <source>About {0}, as on valid; likely a little less.</source>
   <translation>검증처럼 약 {0}. 아마 조금 낮을 것입니다.</translation>
  </message>
  <message>
   <source>About {0}, if the folds are right.</source>
   <translation>폴드가 맞다면 약 {0}.</translation>
  </message>
  <message numerus="yes">
   <source>Asks once more. Then {0} frames are predicted.</source>
   <translation>
    <numerusform>한 번 더 확인합니다. 그다음 프레임 {0}개를 예측합니다.</numerusform>
   </translation>
  </message>
  <message>
   <source>Four times the frames halve it: {0}.</source>
   <translation>프레임이 네 배면 절반: {0}.</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>나중에</translation>
  </message>
  <message>
   <source>Not opened for this run</source>
   <translation>이 실행에는 열지 않음</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>열기</translation>
  </message>
  <message>
   <source>Open test part for {0}</source>
   <translation>{0}: 테스트 세트 열기</translation>
  </message>
  <message>
   <source>The first look is the only honest one. Looking spends it, and every opening is logged.</source>
   <translation>처음 보는 것만이 정직합니다. 열어 보면 소모되며, 열 때마다 기록됩니다.</translation>
  </message>
  <message>
   <source>The test part could not be judged</source>
   <translation>테스트 세트를 판정하지 못했습니다</translation>
  </message>
  <message>
   <source>The test part is being opened…</source>
   <translation>테스트 세트를 여는 중…</translation>
  </message>
  <message>
   <source>The test part is sealed</source>
   <translation>테스트 세트가 봉인되어 있습니다</translation>
  </message>
  <message>
   <source>Which run</source>
   <translation>어느 실행</translation>
  </message>
  <message>
   <source>one only: choosing between runs is what the valid part is for</source>
   <translation>하나만: 실행을 고르는 일은 검증 세트의 몫입니다</translation>
  </message>
  <message numerus="yes">
   <source>{0} frames, {1} right: {2} % (95 % interval).</source>
   <translation>
    <numerusform>프레임 {0}개, 정답률 {1}: {2} % (95 % 구간).</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} that no run has learned from: {1}. The first look is the only honest one. Looking spends it, and every opening is logged.</source>
   <translation>어떤 실행도 배우지 않은 {0}: {1}. 처음 보는 것만이 정직합니다. 열어 보면 소모되며, 열 때마다 기록됩니다.</translation>
  </message>
 </context>
 <context>
  <name>SearchField</name>
  <message>
   <source>Search and commands  Ctrl+K</source>
   <translation>검색과 명령  Ctrl+K</translation>
  </message>
  <message>
   <source>Search images, labels and commands</source>
   <translation>이미지, 라벨, 명령 검색</translation>
  </message>
 </context>
 <context>
  <name>SearchForm</name>
  <message>
   <source>Any free licence</source>
   <translation>모든 자유 라이선스</translation>
  </message>
  <message>
   <source>At most images</source>
   <translation>최대 이미지 수</translation>
  </message>
  <message>
   <source>Author, licence and page are kept with each picture. Check a licence before you rely on it.</source>
   <translation>저작자, 라이선스, 페이지를 이미지마다 저장합니다. 쓰기 전에 라이선스를 확인하세요.</translation>
  </message>
  <message>
   <source>Changes allowed</source>
   <translation>변경 허용</translation>
  </message>
  <message>
   <source>Commercial use allowed</source>
   <translation>상업적 이용 허용</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>라이선스</translation>
  </message>
  <message>
   <source>Public domain only</source>
   <translation>퍼블릭 도메인만</translation>
  </message>
  <message>
   <source>Search for</source>
   <translation>검색어</translation>
  </message>
  <message>
   <source>Search in</source>
   <translation>검색할 곳</translation>
  </message>
  <message>
   <source>Type what to search for.</source>
   <translation>검색어를 입력하세요.</translation>
  </message>
  <message>
   <source>domestic cat</source>
   <translation>집고양이</translation>
  </message>
 </context>
 <context>
  <name>SectionWork</name>
  <message>
   <source>Mixed: split further</source>
   <translation>섞여 있음: 더 나누기</translation>
  </message>
 </context>
 <context>
  <name>Sections</name>
  <message>
   <source>Cluster {0}</source>
   <translation>클러스터 {0}</translation>
  </message>
  <message>
   <source>In no cluster</source>
   <translation>클러스터 없음</translation>
  </message>
  <message>
   <source>In no part</source>
   <translation>세트 없음</translation>
  </message>
  <message>
   <source>Near duplicates {0}</source>
   <translation>거의 같은 이미지 {0}</translation>
  </message>
  <message>
   <source>No near duplicates</source>
   <translation>거의 같은 이미지 없음</translation>
  </message>
  <message>
   <source>Not searched yet</source>
   <translation>아직 검사하지 않음</translation>
  </message>
  <message>
   <source>Nothing noticed</source>
   <translation>특이점 없음</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>테스트</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Unlabelled</source>
   <translation>라벨 없음</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
 </context>
 <context>
  <name>SeenPane</name>
  <message>
   <source>Another batch</source>
   <translation>다른 배치</translation>
  </message>
  <message>
   <source>Part that the batch is of</source>
   <translation>배치를 가져올 세트</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>What the network sees</source>
   <translation>네트워크가 보는 것</translation>
  </message>
  <message>
   <source>all tiles of each; the mean of what the network says of them counts</source>
   <translation>이미지마다 모든 타일. 네트워크 답의 평균을 씁니다</translation>
  </message>
  <message>
   <source>one real train batch</source>
   <translation>실제 학습 배치 하나</translation>
  </message>
  <message>
   <source>one real valid batch</source>
   <translation>실제 검증 배치 하나</translation>
  </message>
  <message>
   <source>{0}, first {1} of {2} · {3} × {3}</source>
   <translation>{0}, {2}장 중 처음 {1}장 · {3} × {3}</translation>
  </message>
 </context>
 <context>
  <name>Selecting</name>
  <message>
   <source>Rejected</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <source>Unlabelled</source>
   <translation>라벨 없음</translation>
  </message>
  <message>
   <source>{0} selected</source>
   <translation>{0}장 선택됨</translation>
  </message>
 </context>
 <context>
  <name>SelectionWork</name>
  <message>
   <source>Edit the frame</source>
   <translation>프레임 편집</translation>
  </message>
  <message>
   <source>Find similar</source>
   <translation>비슷한 이미지 찾기</translation>
  </message>
  <message>
   <source>Large preview</source>
   <translation>크게 보기</translation>
  </message>
  <message>
   <source>Reject, or bring back</source>
   <translation>제외 또는 되돌리기</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Space</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>About</source>
   <translation>정보</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>테마</translation>
  </message>
  <message>
   <source>Class colours</source>
   <translation>클래스 색</translation>
  </message>
  <message>
   <source>Cluster</source>
   <translation>클러스터</translation>
  </message>
  <message>
   <source>Collecting</source>
   <translation>수집</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>계산 장치</translation>
  </message>
  <message>
   <source>Features for sorting</source>
   <translation>정리에 쓸 특징</translation>
  </message>
  <message>
   <source>Folder of prepared networks</source>
   <translation>준비된 네트워크 폴더</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>언어</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>화면</translation>
  </message>
  <message>
   <source>MIT licence</source>
   <translation>MIT 라이선스</translation>
  </message>
  <message>
   <source>Memory for previews</source>
   <translation>미리 보기 메모리</translation>
  </message>
  <message>
   <source>Networks and pixels made ready</source>
   <translation>준비해 둔 네트워크와 픽셀</translation>
  </message>
  <message>
   <source>Pause between requests to one site</source>
   <translation>한 사이트에 요청하는 간격</translation>
  </message>
  <message>
   <source>Processor threads</source>
   <translation>프로세서 스레드</translation>
  </message>
  <message>
   <source>Room for what can be made again</source>
   <translation>다시 만들 수 있는 파일의 한도</translation>
  </message>
  <message>
   <source>Storage and privacy</source>
   <translation>저장과 개인정보</translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>이 컴퓨터</translation>
  </message>
  <message>
   <source>Usage data</source>
   <translation>사용 데이터</translation>
  </message>
  <message>
   <source>User-Agent</source>
   <translation>User-Agent</translation>
  </message>
  <message>
   <source>Winnow collects none and sends none</source>
   <translation>Winnow는 모으지도 보내지도 않습니다</translation>
  </message>
  <message>
   <source>a graphics card is used where there is one, unless it is to be kept free</source>
   <translation>그래픽 카드가 있으면 사용합니다. 쓰지 않으려면 ‘프로세서만’을 고르세요</translation>
  </message>
  <message>
   <source>beyond it goes what was used longest ago; never originals, nor what is in use</source>
   <translation>넘으면 오래전에 쓴 것부터 지웁니다. 원본과 사용 중인 것은 지우지 않습니다</translation>
  </message>
  <message>
   <source>light, dark, or with more contrast</source>
   <translation>밝게, 어둡게, 또는 더 높은 대비로</translation>
  </message>
  <message>
   <source>one fewer than there are keeps the computer quick while a job runs</source>
   <translation>하나를 남기면 작업 중에도 컴퓨터가 빠릅니다</translation>
  </message>
  <message>
   <source>people who see colours differently tell them apart; a letter is always there</source>
   <translation>색을 다르게 보는 사람도 구별할 수 있고, 늘 글자가 함께 있습니다</translation>
  </message>
  <message>
   <source>pictures seen lately come back at once</source>
   <translation>최근에 본 이미지가 바로 다시 나옵니다</translation>
  </message>
  <message>
   <source>projects stay as they are</source>
   <translation>프로젝트는 그대로입니다</translation>
  </message>
  <message>
   <source>robots.txt is obeyed in any case; where it asks for more, that holds</source>
   <translation>robots.txt는 언제나 지키며, 더 길게 요구하면 그것을 따릅니다</translation>
  </message>
  <message>
   <source>the address of a Ray cluster, which Sort and Train then offer</source>
   <translation>정리와 학습에서 고를 수 있게 될 Ray 클러스터의 주소</translation>
  </message>
  <message>
   <source>what Sort compares pictures by, until another is chosen there</source>
   <translation>정리에서 이미지를 비교하는 기준. 거기서 다른 것을 고를 수 있습니다</translation>
  </message>
  <message>
   <source>who asks, as site owners see it; an address lets them write to you</source>
   <translation>사이트 운영자에게 보이는 요청자. 주소를 적으면 연락할 수 있습니다</translation>
  </message>
 </context>
 <context>
  <name>SheetView</name>
  <message>
   <source>All clusters…</source>
   <translation>모든 클러스터…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>닫기</translation>
  </message>
  <message>
   <source>Cluster {0}</source>
   <translation>클러스터 {0}</translation>
  </message>
  <message>
   <source>Contact sheet</source>
   <translation>모아 보기</translation>
  </message>
  <message>
   <source>Contact sheets</source>
   <translation>모아 보기</translation>
  </message>
  <message>
   <source>Mean picture</source>
   <translation>평균 이미지</translation>
  </message>
  <message>
   <source>Most typical first</source>
   <translation>전형적인 순</translation>
  </message>
  <message>
   <source>Save as PNG…</source>
   <translation>PNG로 저장…</translation>
  </message>
  <message>
   <source>Where to save the pictures</source>
   <translation>이미지를 저장할 곳</translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>이미지 {0}장</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SliceChart</name>
  <message>
   <source>Loss along a line</source>
   <translation>직선을 따른 손실</translation>
  </message>
  <message>
   <source>barrier {0}</source>
   <translation>장벽 {0}</translation>
  </message>
  <message>
   <source>barrier {0} on valid, {1} on train</source>
   <translation>장벽: 검증 {0}, 학습 {1}</translation>
  </message>
 </context>
 <context>
  <name>SortEmpty</name>
  <message>
   <source>Add a folder</source>
   <translation>폴더 추가</translation>
  </message>
  <message>
   <source>Add a folder or zip…</source>
   <translation>폴더 또는 zip 추가…</translation>
  </message>
  <message>
   <source>Add a zip</source>
   <translation>Zip 추가</translation>
  </message>
  <message>
   <source>Collect pictures first, or drop a folder, a zip or images here. They are put into groups that look alike, ready to be labelled.</source>
   <translation>먼저 이미지를 수집하거나, 폴더·zip·이미지를 여기에 놓으세요. 닮은 것끼리 묶어 라벨을 붙일 수 있게 해 드립니다.</translation>
  </message>
  <message>
   <source>Folder…</source>
   <translation>폴더…</translation>
  </message>
  <message>
   <source>Go to Collect</source>
   <translation>수집으로 이동</translation>
  </message>
  <message>
   <source>Keys you will need here</source>
   <translation>여기서 쓸 단축키</translation>
  </message>
  <message>
   <source>Nothing to sort yet</source>
   <translation>아직 정리할 것이 없습니다</translation>
  </message>
  <message>
   <source>Zip (*.zip)</source>
   <translation>Zip (*.zip)</translation>
  </message>
  <message>
   <source>Zip…</source>
   <translation>Zip…</translation>
  </message>
  <message>
   <source>all commands</source>
   <translation>모든 명령</translation>
  </message>
  <message>
   <source>edit the frame</source>
   <translation>프레임 편집</translation>
  </message>
  <message>
   <source>find similar</source>
   <translation>비슷한 이미지</translation>
  </message>
  <message>
   <source>label</source>
   <translation>라벨</translation>
  </message>
  <message>
   <source>large preview</source>
   <translation>크게 보기</translation>
  </message>
  <message>
   <source>or</source>
   <translation>또는</translation>
  </message>
  <message>
   <source>paste addresses from the clipboard</source>
   <translation>클립보드의 주소 붙여 넣기</translation>
  </message>
  <message>
   <source>reject</source>
   <translation>제외</translation>
  </message>
  <message>
   <source>select the cluster</source>
   <translation>클러스터 선택</translation>
  </message>
  <message>
   <source>undo</source>
   <translation>실행 취소</translation>
  </message>
  <message>
   <source>unlabel</source>
   <translation>라벨 해제</translation>
  </message>
  <message>
   <source>while the pictures have the focus</source>
   <translation>이미지에 초점이 있을 때</translation>
  </message>
 </context>
 <context>
  <name>SortKeys</name>
  <message>
   <source>Close all sections, or open them</source>
   <translation>모든 구역 접기 또는 펼치기</translation>
  </message>
  <message>
   <source>Cluster the pictures</source>
   <translation>이미지 클러스터링</translation>
  </message>
  <message>
   <source>Compare two clusterings</source>
   <translation>두 클러스터링 비교</translation>
  </message>
  <message>
   <source>Contact sheet of the cluster</source>
   <translation>클러스터 모아 보기</translation>
  </message>
  <message>
   <source>Edit the frames of the selection</source>
   <translation>선택한 이미지의 프레임 편집</translation>
  </message>
  <message>
   <source>Find pictures similar to the selection</source>
   <translation>선택과 비슷한 이미지 찾기</translation>
  </message>
  <message>
   <source>Label the selection by typing</source>
   <translation>입력해서 라벨 지정</translation>
  </message>
  <message>
   <source>Label the selection: key {0}</source>
   <translation>선택에 라벨 지정: {0} 키</translation>
  </message>
  <message>
   <source>Large preview</source>
   <translation>크게 보기</translation>
  </message>
  <message>
   <source>Look closer at the cluster</source>
   <translation>클러스터 자세히 보기</translation>
  </message>
  <message>
   <source>Merge the cluster into…</source>
   <translation>클러스터 합치기…</translation>
  </message>
  <message>
   <source>Name and colour of a label…</source>
   <translation>라벨의 이름과 색…</translation>
  </message>
  <message>
   <source>Reject the selection, or bring it back</source>
   <translation>선택 제외 또는 되돌리기</translation>
  </message>
  <message>
   <source>Select the cluster</source>
   <translation>클러스터 선택</translation>
  </message>
  <message>
   <source>Show all pictures</source>
   <translation>모든 이미지 보기</translation>
  </message>
  <message>
   <source>Show the grid</source>
   <translation>격자 보기</translation>
  </message>
  <message>
   <source>Show the map</source>
   <translation>지도 보기</translation>
  </message>
  <message>
   <source>Split the cluster further</source>
   <translation>클러스터 더 나누기</translation>
  </message>
  <message>
   <source>Suggest k</source>
   <translation>k 추천</translation>
  </message>
  <message>
   <source>Suggest labels for the unlabelled</source>
   <translation>라벨 없는 이미지에 라벨 제안</translation>
  </message>
  <message>
   <source>Unlabel the selection</source>
   <translation>선택 라벨 해제</translation>
  </message>
  <message>
   <source>Use the clusters as labels</source>
   <translation>클러스터를 라벨로 사용</translation>
  </message>
  <message>
   <source>Use the folders as labels</source>
   <translation>폴더를 라벨로 사용</translation>
  </message>
 </context>
 <context>
  <name>SortTools</name>
  <message>
   <source> · {0} selected</source>
   <translation> · {0}장 선택됨</translation>
  </message>
  <message>
   <source>By file name</source>
   <translation>파일 이름순</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>비교</translation>
  </message>
  <message>
   <source>Find similar</source>
   <translation>비슷한 이미지 찾기</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>격자</translation>
  </message>
  <message>
   <source>Label as</source>
   <translation>라벨 지정</translation>
  </message>
  <message>
   <source>Label {0} as</source>
   <translation>{0}장에 라벨 지정</translation>
  </message>
  <message>
   <source>Largest first</source>
   <translation>큰 순</translation>
  </message>
  <message>
   <source>Least typical first</source>
   <translation>덜 전형적인 순</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>지도</translation>
  </message>
  <message>
   <source>Nearest to centre first</source>
   <translation>중심에 가까운 순</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>최신순</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>순서</translation>
  </message>
  <message>
   <source>Rank all pictures by how much they look like the selection   S</source>
   <translation>선택한 이미지와 닮은 순으로 모두 정렬   S</translation>
  </message>
  <message>
   <source>Size of the pictures</source>
   <translation>이미지 크기</translation>
  </message>
  <message>
   <source>Size of the pictures   Ctrl+wheel</source>
   <translation>이미지 크기   Ctrl+휠</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>사용</translation>
  </message>
  <message>
   <source>View</source>
   <translation>보기</translation>
  </message>
  <message>
   <source>no pictures yet</source>
   <translation>아직 이미지 없음</translation>
  </message>
  <message>
   <source>{0} in {1}</source>
   <translation>{0} · {1}</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{1} 중 {0}</translation>
  </message>
 </context>
 <context>
  <name>SourceCard</name>
  <message>
   <source>Done</source>
   <translation>완료</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>실패</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>계속</translation>
  </message>
  <message>
   <source>Look for more, and try again what could not be fetched</source>
   <translation>더 찾고, 받지 못한 것을 다시 시도합니다</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>일시 정지</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>일시 정지됨</translation>
  </message>
  <message>
   <source>Remove from this list; what was kept stays</source>
   <translation>목록에서 지우기. 보관한 것은 남습니다</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>실행 중</translation>
  </message>
  <message>
   <source>Stop; what was kept stays</source>
   <translation>중지. 보관한 것은 남습니다</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>중지됨</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>다시 시도</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>대기 중</translation>
  </message>
  <message>
   <source>kept of {0}</source>
   <translation>보관 / {0}</translation>
  </message>
 </context>
 <context>
  <name>SourceKind</name>
  <message>
   <source>Address list</source>
   <translation>주소 목록</translation>
  </message>
  <message>
   <source>CIFAR batches</source>
   <translation>CIFAR 배치</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>파일</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>폴더</translation>
  </message>
  <message>
   <source>Google Drive link</source>
   <translation>Google Drive 링크</translation>
  </message>
  <message>
   <source>Image search</source>
   <translation>이미지 검색</translation>
  </message>
  <message>
   <source>Pasted pictures</source>
   <translation>붙여 넣은 이미지</translation>
  </message>
  <message>
   <source>Sample site</source>
   <translation>샘플 사이트</translation>
  </message>
  <message>
   <source>Web pages</source>
   <translation>웹 페이지</translation>
  </message>
  <message>
   <source>Zip</source>
   <translation>Zip</translation>
  </message>
 </context>
 <context>
  <name>SourcesPane</name>
  <message>
   <source>Drop or paste here</source>
   <translation>여기에 놓거나 붙여 넣기</translation>
  </message>
  <message>
   <source>Pause all</source>
   <translation>모두 일시 정지</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>출처</translation>
  </message>
  <message>
   <source>folder, zip, images, address list, link</source>
   <translation>폴더, zip, 이미지, 주소 목록, 링크</translation>
  </message>
 </context>
 <context>
  <name>SplitBody</name>
  <message>
   <source>'{0}' is in {1} of {2} folds only: it has too few groups. Choose fewer folds.</source>
   <translation>'{0}': 폴드 {2}개 중 {1}개에만 있습니다. 그룹이 너무 적으니 폴드 수를 줄이세요.</translation>
  </message>
  <message>
   <source>Images, frames or labels have changed since it was made. Split again before you train.</source>
   <translation>분할한 뒤 이미지, 프레임, 라벨이 바뀌었습니다. 학습하기 전에 다시 분할하세요.</translation>
  </message>
  <message>
   <source>Not everything wished can be met</source>
   <translation>원하는 것을 모두 맞출 수는 없습니다</translation>
  </message>
  <message>
   <source>Per class</source>
   <translation>클래스별</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>테스트</translation>
  </message>
  <message>
   <source>There is no split yet.</source>
   <translation>아직 분할이 없습니다.</translation>
  </message>
  <message>
   <source>These pictures cannot be split so</source>
   <translation>이 이미지는 이렇게 분할할 수 없습니다</translation>
  </message>
  <message>
   <source>This split is out of date</source>
   <translation>이 분할은 갱신이 필요합니다</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>Who learns from what</source>
   <translation>누가 무엇에서 배우는가</translation>
  </message>
  <message>
   <source>groups that belong together are not cut to fit.</source>
   <translation>함께 있어야 할 그룹은 맞추려고 자르지 않습니다.</translation>
  </message>
  <message>
   <source>it is locked.</source>
   <translation>잠겨 있습니다.</translation>
  </message>
  <message>
   <source>not in proportion</source>
   <translation>비례하지 않음</translation>
  </message>
  <message>
   <source>one group of {0} that belong together is larger than the part, and stays whole.</source>
   <translation>함께 있어야 할 {0}개짜리 그룹이 세트보다 커서 통째로 둡니다.</translation>
  </message>
  <message>
   <source>stratified</source>
   <translation>층화됨</translation>
  </message>
  <message numerus="yes">
   <source>{0} has {1} frames instead of {2}</source>
   <translation>
    <numerusform>{0}: 프레임이 {2}개가 아니라 {1}개입니다</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SplitRoom</name>
  <message>
   <source>Check for leaks again</source>
   <translation>누출 다시 확인</translation>
  </message>
  <message>
   <source>Comparing fits</source>
   <translation>맞춤 비교</translation>
  </message>
  <message>
   <source>Computing features under each fit…</source>
   <translation>맞춤별 특징 계산 중…</translation>
  </message>
  <message>
   <source>Go to Train</source>
   <translation>학습으로 이동</translation>
  </message>
  <message>
   <source>Label pictures in Sort first. They are divided here into those to learn from and those not.</source>
   <translation>먼저 정리에서 이미지에 라벨을 붙이세요. 여기서 배울 것과 아닌 것으로 나눕니다.</translation>
  </message>
  <message>
   <source>Lock test part</source>
   <translation>테스트 세트 잠그기</translation>
  </message>
  <message>
   <source>Making a batch as training would…</source>
   <translation>학습할 때처럼 배치 만드는 중…</translation>
  </message>
  <message>
   <source>Nothing to split yet</source>
   <translation>아직 분할할 것이 없습니다</translation>
  </message>
  <message>
   <source>See another batch</source>
   <translation>다른 배치 보기</translation>
  </message>
  <message>
   <source>Shuffle the split</source>
   <translation>분할 다시 섞기</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>분할</translation>
  </message>
  <message>
   <source>Split again</source>
   <translation>다시 분할</translation>
  </message>
  <message>
   <source>Test the fits quickly</source>
   <translation>맞춤 빠르게 시험</translation>
  </message>
  <message>
   <source>The images of test stay the same, whatever else is divided again</source>
   <translation>나머지를 다시 나누어도 테스트 이미지는 그대로입니다</translation>
  </message>
  <message numerus="yes">
   <source>test opened {0} times</source>
   <translation>
    <numerusform>테스트 열람 {0}번</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} labelled images · {2} unlabelled and {3} rejected stay out</source>
   <translation>
    <numerusform>라벨 있는 이미지 {1}장의 {0} · 라벨 없는 {2}장과 제외된 {3}장은 빠짐</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Open a packed project</source>
   <translation>묶은 프로젝트 열기</translation>
  </message>
  <message>
   <source>Packed projects (*{0})</source>
   <translation>묶은 프로젝트 (*{0})</translation>
  </message>
 </context>
 <context>
  <name>StrengthRow</name>
  <message>
   <source>off</source>
   <translation>끔</translation>
  </message>
  <message>
   <source>{0}: strength</source>
   <translation>{0}: 세기</translation>
  </message>
 </context>
 <context>
  <name>Strip</name>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>이미지 {0}장</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Studies</name>
  <message>
   <source>Do not wait</source>
   <translation>기다리지 않기</translation>
  </message>
  <message>
   <source>Stop study</source>
   <translation>실험 중지</translation>
  </message>
 </context>
 <context>
  <name>StudyPage</name>
  <message>
   <source>Pictures, frames, labels or the split have changed since {0}.</source>
   <translation>{0} 뒤로 이미지, 프레임, 라벨 또는 분할이 바뀌었습니다.</translation>
  </message>
  <message>
   <source>The study ended before it was done</source>
   <translation>실험이 끝나기 전에 중단되었습니다</translation>
  </message>
  <message>
   <source>This study is out of date</source>
   <translation>이 실험은 갱신이 필요합니다</translation>
  </message>
  <message>
   <source>{0}, took {1}</source>
   <translation>{0}, {1} 걸림</translation>
  </message>
 </context>
 <context>
  <name>SurfaceView</name>
  <message>
   <source>Loss surface around the solutions, a slice through all weights</source>
   <translation>해 주변의 손실 곡면, 모든 가중치의 단면</translation>
  </message>
 </context>
 <context>
  <name>SuspectsBox</name>
  <message>
   <source>Every picture of train and valid is judged by a network that has not learned from it; labels that do not fit come first. Takes about as long as five Quick runs, and leaves the test part sealed.</source>
   <translation>학습·검증의 모든 이미지를 그것을 배우지 않은 네트워크가 판정하고, 맞지 않는 라벨을 먼저 보여 줍니다. 빠른 학습 실행 다섯 번쯤 걸리며 테스트 세트는 봉인된 채입니다.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>유지</translation>
  </message>
  <message>
   <source>Look for wrong labels</source>
   <translation>잘못된 라벨 찾기</translation>
  </message>
  <message>
   <source>No label is suspected.</source>
   <translation>의심되는 라벨이 없습니다.</translation>
  </message>
  <message>
   <source>Put the picture aside; it stays in the project</source>
   <translation>이미지를 빼 둡니다. 프로젝트에는 남습니다</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>제외</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>검토</translation>
  </message>
  <message>
   <source>Run the same folds again</source>
   <translation>같은 폴드 다시 실행</translation>
  </message>
  <message>
   <source>Same folds, before and after: {0} to {1} % of {2} right, {3} points (95 % interval {4} to {5}).</source>
   <translation>같은 폴드, 전과 후: {2}개 중 정답 {0} → {1} %, {3}점 (95 % 구간 {4}~{5}).</translation>
  </message>
  <message>
   <source>Something changed since the folds were run: runs and results are out of date.</source>
   <translation>폴드를 실행한 뒤 바뀐 것이 있습니다. 실행과 결과는 갱신이 필요합니다.</translation>
  </message>
  <message>
   <source>Suspected wrong labels</source>
   <translation>잘못 붙었을 수 있는 라벨</translation>
  </message>
  <message>
   <source>The label is right; it is suspected no more</source>
   <translation>라벨이 맞습니다. 더는 의심하지 않습니다</translation>
  </message>
  <message>
   <source>fits its label</source>
   <translation>라벨과 맞음</translation>
  </message>
  <message>
   <source>rather {0} · {1}</source>
   <translation>{0}에 가까움 · {1}</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
 </context>
 <context>
  <name>Swatch</name>
  <message>
   <source>Choose the colour</source>
   <translation>색 고르기</translation>
  </message>
 </context>
 <context>
  <name>TargetBox</name>
  <message>
   <source>All unedited ({0})</source>
   <translation>편집하지 않은 것 모두 ({0})</translation>
  </message>
  <message>
   <source>The film strip ({0})</source>
   <translation>필름 스트립 ({0})</translation>
  </message>
  <message>
   <source>This cluster ({0})</source>
   <translation>이 클러스터 ({0})</translation>
  </message>
  <message>
   <source>To which pictures</source>
   <translation>적용할 이미지</translation>
  </message>
 </context>
 <context>
  <name>TestRoom</name>
  <message numerus="yes">
   <source>A change here marks all {0} runs out of date.</source>
   <translation>
    <numerusform>여기서 바꾸면 실행 {0}개 모두 갱신이 필요해집니다.</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy numbers</source>
   <translation>수치 복사</translation>
  </message>
  <message>
   <source>Export writes the report, with the result of the run chosen there</source>
   <translation>내보내기에서 고른 실행의 결과를 담아 보고서를 씁니다</translation>
  </message>
  <message>
   <source>Go to report</source>
   <translation>보고서로 이동</translation>
  </message>
  <message>
   <source>Look for wrong labels</source>
   <translation>잘못된 라벨 찾기</translation>
  </message>
  <message>
   <source>Nothing to test yet</source>
   <translation>아직 평가할 것이 없습니다</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <source>Test of {0}</source>
   <translation>{0} 평가</translation>
  </message>
  <message>
   <source>The split of this run has no test part</source>
   <translation>이 실행의 분할에는 테스트 세트가 없습니다</translation>
  </message>
  <message>
   <source>Train a run first. The test part stays sealed until you open it here.</source>
   <translation>먼저 학습을 실행하세요. 테스트 세트는 여기서 열 때까지 봉인됩니다.</translation>
  </message>
  <message>
   <source>{0} that no run has learned from</source>
   <translation>어떤 실행도 배우지 않은 {0}</translation>
  </message>
  <message>
   <source>{0}, sealed</source>
   <translation>{0}, 봉인됨</translation>
  </message>
 </context>
 <context>
  <name>Thumbs</name>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>이미지 {0}장</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TileCell</name>
  <message>
   <source>Keep tile {0}</source>
   <translation>타일 {0} 유지</translation>
  </message>
 </context>
 <context>
  <name>TileWork</name>
  <message>
   <source>left out</source>
   <translation>뺌</translation>
  </message>
 </context>
 <context>
  <name>TilesPanel</name>
  <message>
   <source>Add</source>
   <translation>추가</translation>
  </message>
  <message numerus="yes">
   <source>Add {0} frames</source>
   <translation>
    <numerusform>프레임 {0}개 추가</numerusform>
   </translation>
  </message>
  <message>
   <source>All tiles of a picture stay in one part of the split.</source>
   <translation>한 이미지의 타일은 모두 분할의 한 세트에 둡니다.</translation>
  </message>
  <message>
   <source>Apply to</source>
   <translation>적용 대상</translation>
  </message>
  <message>
   <source>As the picture</source>
   <translation>이미지와 같음</translation>
  </message>
  <message>
   <source>As this frame</source>
   <translation>이 프레임과 같이</translation>
  </message>
  <message>
   <source>Back to the frame</source>
   <translation>프레임으로 돌아가기</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>열</translation>
  </message>
  <message>
   <source>Columns share {0}, rows {1}, so that tiles cover it all.</source>
   <translation>빈틈이 없도록 열은 {0}, 행은 {1} 겹칩니다.</translation>
  </message>
  <message>
   <source>Edge of a tile</source>
   <translation>타일 한 변</translation>
  </message>
  <message>
   <source>Label of the tiles</source>
   <translation>타일의 라벨</translation>
  </message>
  <message>
   <source>Leave out tiles without a subject</source>
   <translation>피사체 없는 타일 빼기</translation>
  </message>
  <message>
   <source>Overlap</source>
   <translation>겹침</translation>
  </message>
  <message>
   <source>Overlap, at least</source>
   <translation>최소 겹침</translation>
  </message>
  <message>
   <source>Padded</source>
   <translation>여백 더하기</translation>
  </message>
  <message>
   <source>Pushed inward</source>
   <translation>안쪽으로 밀기</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>행</translation>
  </message>
  <message>
   <source>Rows × columns</source>
   <translation>행 × 열</translation>
  </message>
  <message>
   <source>Shape</source>
   <translation>모양</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>크기</translation>
  </message>
  <message>
   <source>Square, as the model</source>
   <translation>모델과 같은 정사각형</translation>
  </message>
  <message>
   <source>The number says how sure a subject is in it; under {0} is left out.</source>
   <translation>숫자는 피사체가 있을 확실함입니다. {0} 미만은 뺍니다.</translation>
  </message>
  <message>
   <source>This picture only</source>
   <translation>이 이미지만</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>타일</translation>
  </message>
  <message>
   <source>Tiles at the border</source>
   <translation>경계의 타일</translation>
  </message>
  <message>
   <source>adds frames to this picture</source>
   <translation>이 이미지에 프레임을 추가합니다</translation>
  </message>
  <message numerus="yes">
   <source>{0} tiles</source>
   <translation>
    <numerusform>타일 {0}개</numerusform>
   </translation>
  </message>
  <message>
   <source>{0}, {1} kept</source>
   <translation>{0}, {1}개 유지</translation>
  </message>
 </context>
 <context>
  <name>Train</name>
  <message>
   <source>Adam</source>
   <translation>Adam</translation>
  </message>
  <message>
   <source>AdamW</source>
   <translation>AdamW</translation>
  </message>
  <message>
   <source>Centre crop</source>
   <translation>가운데 자르기</translation>
  </message>
  <message>
   <source>Constant</source>
   <translation>고정</translation>
  </message>
  <message>
   <source>Cosine with warm restarts</source>
   <translation>재시작하는 코사인</translation>
  </message>
  <message>
   <source>Cosine with warm-up</source>
   <translation>워밍업 있는 코사인</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>완료</translation>
  </message>
  <message>
   <source>Draw rare ones more</source>
   <translation>드문 클래스 더 뽑기</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>실패</translation>
  </message>
  <message>
   <source>Fine-tune</source>
   <translation>미세 조정</translation>
  </message>
  <message>
   <source>From scratch</source>
   <translation>처음부터</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>중단됨</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>없음</translation>
  </message>
  <message>
   <source>One-cycle</source>
   <translation>원사이클</translation>
  </message>
  <message>
   <source>Pad</source>
   <translation>여백</translation>
  </message>
  <message>
   <source>Quick</source>
   <translation>빠른 학습</translation>
  </message>
  <message>
   <source>Random resized crop</source>
   <translation>무작위 크기 자르기</translation>
  </message>
  <message>
   <source>Reduce on plateau</source>
   <translation>정체 시 감소</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>실행 중</translation>
  </message>
  <message>
   <source>SGD, Nesterov</source>
   <translation>SGD, 네스테로프</translation>
  </message>
  <message>
   <source>Squish</source>
   <translation>늘려 맞춤</translation>
  </message>
  <message>
   <source>Steps down</source>
   <translation>계단식 감소</translation>
  </message>
  <message>
   <source>Stopped early</source>
   <translation>조기 종료됨</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>타일</translation>
  </message>
  <message>
   <source>Weigh rare ones more</source>
   <translation>드문 클래스에 가중치</translation>
  </message>
  <message>
   <source>batch</source>
   <translation>배치</translation>
  </message>
  <message>
   <source>measured</source>
   <translation>측정값</translation>
  </message>
  <message>
   <source>√ batch</source>
   <translation>√ 배치</translation>
  </message>
 </context>
 <context>
  <name>TrainActions</name>
  <message>
   <source>End the run; the weights of its best epoch are kept, and it can be resumed</source>
   <translation>실행을 끝냅니다. 최고 에포크의 가중치를 남기며, 이어 할 수 있습니다</translation>
  </message>
  <message>
   <source>Hold the run; it goes on where it is</source>
   <translation>실행을 잠시 멈춥니다. 그 자리에서 계속합니다</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>일시 정지</translation>
  </message>
  <message>
   <source>Queue a run</source>
   <translation>실행 대기열에 추가</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>이어 하기</translation>
  </message>
  <message>
   <source>Start a run by this recipe when the running one is over</source>
   <translation>지금 실행이 끝나면 이 레시피로 시작합니다</translation>
  </message>
  <message>
   <source>Start run</source>
   <translation>실행 시작</translation>
  </message>
  <message>
   <source>Stop, keep best</source>
   <translation>중지, 최고 유지</translation>
  </message>
  <message>
   <source>There is no split yet: make one in Split first</source>
   <translation>아직 분할이 없습니다. 먼저 분할에서 만드세요</translation>
  </message>
 </context>
 <context>
  <name>TrainBody</name>
  <message>
   <source>Batch size</source>
   <translation>배치 크기</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>비교</translation>
  </message>
  <message>
   <source>Curves</source>
   <translation>곡선</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>삭제</translation>
  </message>
  <message>
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <source>Go on with a run that was stopped or interrupted, from its last epoch</source>
   <translation>멈추거나 중단된 실행을 마지막 에포크부터 이어 합니다</translation>
  </message>
  <message>
   <source>LR finder</source>
   <translation>학습률 찾기</translation>
  </message>
  <message>
   <source>Label pictures in Sort and divide them in Split. Then a network can learn from them here.</source>
   <translation>정리에서 이미지에 라벨을 붙이고 분할에서 나누세요. 그러면 여기서 네트워크가 배울 수 있습니다.</translation>
  </message>
  <message>
   <source>Minima</source>
   <translation>최솟값</translation>
  </message>
  <message>
   <source>Nothing to train on yet</source>
   <translation>아직 학습할 것이 없습니다</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>이어 하기</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>실행</translation>
  </message>
  <message>
   <source>Show several selected runs side by side (Ctrl+click selects more)</source>
   <translation>선택한 실행을 나란히 보기 (Ctrl+클릭으로 더 선택)</translation>
  </message>
  <message>
   <source>Take the selected runs out of the table; undo brings them back  Del</source>
   <translation>선택한 실행을 표에서 지웁니다. 실행 취소로 되돌립니다  Del</translation>
  </message>
  <message>
   <source>What is shown of the runs</source>
   <translation>실행에서 보일 것</translation>
  </message>
  <message>
   <source>{0} · {1} waiting</source>
   <translation>{0} · {1}개 대기</translation>
  </message>
 </context>
 <context>
  <name>TrainRoom</name>
  <message>
   <source>The run ended before it was done</source>
   <translation>실행이 끝나기 전에 중단되었습니다</translation>
  </message>
  <message>
   <source>This recipe cannot be trained</source>
   <translation>이 레시피로는 학습할 수 없습니다</translation>
  </message>
  <message>
   <source>best of all runs {0} %, {1} at epoch {2}</source>
   <translation>모든 실행 중 최고 {0} %, {1}, 에포크 {2}</translation>
  </message>
  <message>
   <source>paused · {0}</source>
   <translation>일시 정지 · {0}</translation>
  </message>
 </context>
 <context>
  <name>TrashBox</name>
  <message>
   <source>Empty rejected</source>
   <translation>제외된 것 비우기</translation>
  </message>
  <message>
   <source>Empty rejected…</source>
   <translation>제외된 것 비우기…</translation>
  </message>
  <message>
   <source>Move to the trash</source>
   <translation>휴지통으로 이동</translation>
  </message>
  <message numerus="yes">
   <source>Move {0} files, {1}, to the system's trash?</source>
   <translation>
    <numerusform>파일 {0}개, {1}: 시스템 휴지통으로 옮길까요?</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing is rejected.</source>
   <translation>제외된 것이 없습니다.</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <source>The files of {0} more are in the trash; put them back there to use them.</source>
   <translation>{0}장의 파일이 휴지통에 더 있습니다. 쓰려면 제자리로 복원하세요.</translation>
  </message>
  <message>
   <source>The pictures stay listed as rejected. To use one again, put its file back from the trash. Undo does not bring files back.</source>
   <translation>이미지는 제외됨으로 목록에 남습니다. 다시 쓰려면 휴지통에서 파일을 복원하세요. 실행 취소로는 파일이 돌아오지 않습니다.</translation>
  </message>
  <message numerus="yes">
   <source>{0} rejected pictures take {1} on the disk.</source>
   <translation>
    <numerusform>제외된 이미지 {0}장이 디스크에서 {1} 차지합니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TryPane</name>
  <message>
   <source>Add to the project</source>
   <translation>프로젝트에 추가</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>카메라</translation>
  </message>
  <message>
   <source>Camera (not in this build)</source>
   <translation>카메라 (이 버전에는 없음)</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>고르기…</translation>
  </message>
  <message>
   <source>Folder…</source>
   <translation>폴더…</translation>
  </message>
  <message>
   <source>Pictures…</source>
   <translation>이미지…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>중지</translation>
  </message>
  <message>
   <source>Try it</source>
   <translation>시험해 보기</translation>
  </message>
  <message>
   <source>Try pictures</source>
   <translation>이미지 시험</translation>
  </message>
  <message>
   <source>it is read here and not kept</source>
   <translation>여기서 읽기만 하고 보관하지 않습니다</translation>
  </message>
 </context>
 <context>
  <name>TryTarget</name>
  <message>
   <source>Drop or paste a picture</source>
   <translation>이미지를 놓거나 붙여 넣기</translation>
  </message>
 </context>
 <context>
  <name>Trying</name>
  <message>
   <source>Pasted picture</source>
   <translation>붙여 넣은 이미지</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>읽는 중…</translation>
  </message>
  <message>
   <source>That is an address. Add it in Collect, or save the picture and drop the file here.</source>
   <translation>주소입니다. 수집에서 추가하거나, 이미지를 저장해 파일을 여기에 놓으세요.</translation>
  </message>
  <message>
   <source>There is no picture in it.</source>
   <translation>이미지가 들어 있지 않습니다.</translation>
  </message>
  <message>
   <source>Wait until the pictures before these are done, or stop them.</source>
   <translation>앞의 이미지가 끝나기를 기다리거나 중지하세요.</translation>
  </message>
  <message>
   <source>it is read here and not kept</source>
   <translation>여기서 읽기만 하고 보관하지 않습니다</translation>
  </message>
  <message>
   <source>works while sealed, and is not kept</source>
   <translation>봉인된 채로 쓸 수 있고 보관하지 않습니다</translation>
  </message>
  <message>
   <source>{0} tried</source>
   <translation>{0}장 시험함</translation>
  </message>
 </context>
 <context>
  <name>Undoing</name>
  <message>
   <source>Done again: {0}</source>
   <translation>다시 실행함: {0}</translation>
  </message>
  <message>
   <source>Undone: {0}</source>
   <translation>실행 취소함: {0}</translation>
  </message>
 </context>
 <context>
  <name>WaitingBanner</name>
  <message>
   <source>Forget it</source>
   <translation>지우기</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>모두 지우기</translation>
  </message>
  <message>
   <source>Start it</source>
   <translation>시작</translation>
  </message>
  <message>
   <source>Start them</source>
   <translation>모두 시작</translation>
  </message>
  <message numerus="yes">
   <source>{0} epochs</source>
   <translation>
    <numerusform>{0}에포크</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} runs waited when the project was closed</source>
   <translation>
    <numerusform>프로젝트를 닫을 때 기다리던 실행이 {0}개 있습니다</numerusform>
   </translation>
  </message>
  <message>
   <source>{0}, resumed</source>
   <translation>{0}, 이어서</translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <translation>{0}, {1}</translation>
  </message>
 </context>
 <context>
  <name>WhereBox</name>
  <message>
   <source>95 % interval {0}</source>
   <translation>95 % 구간 {0}</translation>
  </message>
  <message>
   <source>Cluster</source>
   <translation>클러스터</translation>
  </message>
  <message>
   <source>Shorter side, pixels</source>
   <translation>짧은 변, 픽셀</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>출처</translation>
  </message>
  <message>
   <source>Where it fails</source>
   <translation>어디서 틀리는가</translation>
  </message>
  <message>
   <source>accuracy of groups of frames, the worst first; wide intervals say that a group is small</source>
   <translation>프레임 묶음별 정확도, 나쁜 순. 구간이 넓으면 묶음이 작다는 뜻입니다</translation>
  </message>
  <message numerus="yes">
   <source>and {0} better ones</source>
   <translation>
    <numerusform>그보다 나은 것 {0}개</numerusform>
   </translation>
  </message>
  <message>
   <source>none</source>
   <translation>없음</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
 </context>
 <context>
  <name>WhereTo</name>
  <message>
   <source>Change…</source>
   <translation>변경…</translation>
  </message>
  <message>
   <source>Choose a folder to export to.</source>
   <translation>내보낼 폴더를 고르세요.</translation>
  </message>
  <message>
   <source>Data set</source>
   <translation>데이터 세트</translation>
  </message>
  <message>
   <source>Each export makes a new folder or file in it; nothing is overwritten.</source>
   <translation>내보낼 때마다 새 폴더나 파일을 만들며, 덮어쓰지 않습니다.</translation>
  </message>
  <message>
   <source>Earlier exports</source>
   <translation>이전 내보내기</translation>
  </message>
  <message>
   <source>Export to</source>
   <translation>내보낼 위치</translation>
  </message>
  <message>
   <source>Fine for your own use; think before you pass them on.</source>
   <translation>혼자 쓰는 것은 괜찮지만, 넘겨주기 전에 생각해 보세요.</translation>
  </message>
  <message>
   <source>For another computer</source>
   <translation>다른 컴퓨터로</translation>
  </message>
  <message>
   <source>Leave them out</source>
   <translation>빼기</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>뺀 것</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>라이선스</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>모델</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>아직 없음</translation>
  </message>
  <message>
   <source>Nothing goes out yet</source>
   <translation>아직 내보낼 것이 없습니다</translation>
  </message>
  <message>
   <source>Pack the project</source>
   <translation>프로젝트 묶기</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>보고서</translation>
  </message>
  <message>
   <source>The whole project as one file. Drop it on the start page there, or open it from there.</source>
   <translation>프로젝트 전체를 파일 하나로. 다른 컴퓨터의 시작 화면에 놓거나 거기서 여세요.</translation>
  </message>
  <message>
   <source>Unlabelled</source>
   <translation>라벨 없음</translation>
  </message>
  <message>
   <source>Where to</source>
   <translation>저장 위치</translation>
  </message>
  <message numerus="yes">
   <source>{0} images have no known licence.</source>
   <translation>
    <numerusform>이미지 {0}장은 라이선스를 알 수 없습니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WhoSees</name>
  <message>
   <source>Frames</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>세트</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>테스트</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>합계</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <source>Training code looks at it</source>
   <translation>학습 코드가 봄</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>Weights learn from it</source>
   <translation>가중치가 배움</translation>
  </message>
  <message>
   <source>You look at it</source>
   <translation>사용자가 봄</translation>
  </message>
  <message>
   <source>any time</source>
   <translation>언제나</translation>
  </message>
  <message>
   <source>frames of one image stay in one part</source>
   <translation>한 이미지의 프레임은 한 세트에</translation>
  </message>
  <message>
   <source>no</source>
   <translation>아니요</translation>
  </message>
  <message>
   <source>no, sealed</source>
   <translation>아니요, 봉인됨</translation>
  </message>
  <message>
   <source>once, in Test</source>
   <translation>한 번, 평가에서</translation>
  </message>
  <message>
   <source>to choose and to stop</source>
   <translation>고르고 멈출 때</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>예</translation>
  </message>
  <message numerus="yes">
   <source>{0} more frames than images; frames of one image stay in one part</source>
   <translation>
    <numerusform>이미지보다 프레임이 {0}개 많음. 한 이미지의 프레임은 한 세트에</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WindowActions</name>
  <message>
   <source>About Winnow</source>
   <translation>Winnow 정보</translation>
  </message>
  <message>
   <source>Close project</source>
   <translation>프로젝트 닫기</translation>
  </message>
  <message>
   <source>Find images, labels and commands</source>
   <translation>이미지, 라벨, 명령 찾기</translation>
  </message>
  <message>
   <source>Go to {0}</source>
   <translation>{0} 단계로 이동</translation>
  </message>
  <message>
   <source>Handbook</source>
   <translation>안내서</translation>
  </message>
  <message>
   <source>Keys of this room</source>
   <translation>이 단계의 단축키</translation>
  </message>
  <message>
   <source>Look: as the system</source>
   <translation>테마: 시스템에 따라</translation>
  </message>
  <message>
   <source>Look: dark</source>
   <translation>테마: 어둡게</translation>
  </message>
  <message>
   <source>Look: high contrast</source>
   <translation>테마: 고대비</translation>
  </message>
  <message>
   <source>Look: light</source>
   <translation>테마: 밝게</translation>
  </message>
  <message>
   <source>New project…</source>
   <translation>새 프로젝트…</translation>
  </message>
  <message>
   <source>New window</source>
   <translation>새 창</translation>
  </message>
  <message>
   <source>Open project…</source>
   <translation>프로젝트 열기…</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>환경설정</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>프로젝트</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>끝내기</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>다시 실행</translation>
  </message>
  <message>
   <source>Restore from a backup…</source>
   <translation>백업에서 복원…</translation>
  </message>
  <message>
   <source>Room</source>
   <translation>단계</translation>
  </message>
  <message>
   <source>Show the guide again</source>
   <translation>길잡이 다시 보기</translation>
  </message>
  <message>
   <source>Show the project's folder</source>
   <translation>프로젝트 폴더 보기</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>실행 취소</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>창</translation>
  </message>
 </context>
 <context>
  <name>WishRow</name>
  <message>
   <source>Any origin</source>
   <translation>출처 상관없이</translation>
  </message>
  <message>
   <source>Divide by the next seed</source>
   <translation>다음 시드로 나누기</translation>
  </message>
  <message>
   <source>Folders together</source>
   <translation>폴더별로 함께</translation>
  </message>
  <message>
   <source>Keep classes in proportion</source>
   <translation>클래스 비율 유지</translation>
  </message>
  <message>
   <source>Keep images of one origin together</source>
   <translation>같은 출처의 이미지 함께 두기</translation>
  </message>
  <message>
   <source>Keep images of one web page, or of one folder or album, together too</source>
   <translation>같은 웹 페이지, 폴더, 앨범의 이미지도 함께 둡니다</translation>
  </message>
  <message>
   <source>Keep near duplicates together</source>
   <translation>거의 같은 이미지 함께 두기</translation>
  </message>
  <message>
   <source>Pages together</source>
   <translation>페이지별로 함께</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <source>Shuffle</source>
   <translation>섞기</translation>
  </message>
 </context>
 <context>
  <name>ZoomBox</name>
  <message>
   <source>Lines at the thirds</source>
   <translation>3등분 선</translation>
  </message>
  <message>
   <source>Show at 100 %</source>
   <translation>100 %로 보기</translation>
  </message>
  <message>
   <source>Show everything</source>
   <translation>전체 보기</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>확대</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>축소</translation>
  </message>
  <message>
   <source>Zoom {0} percent, show at 100</source>
   <translation>확대 {0}퍼센트, 100으로 보기</translation>
  </message>
 </context>
 <context>
  <name>_BelowOne</name>
  <message>
   <source>Most similar</source>
   <translation>가장 비슷한 이미지</translation>
  </message>
  <message>
   <source>Near duplicate of {0}</source>
   <translation>{0}과(와) 거의 같은 이미지</translation>
  </message>
  <message>
   <source>Nothing noticed</source>
   <translation>특이점 없음</translation>
  </message>
  <message>
   <source>Provenance</source>
   <translation>출처 정보</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>품질</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>모두 선택</translation>
  </message>
  <message>
   <source>Select all {0}</source>
   <translation>{0}장 모두 선택</translation>
  </message>
  <message>
   <source>Sharp</source>
   <translation>선명함</translation>
  </message>
 </context>
 <context>
  <name>_Expectation</name>
  <message>
   <source>How sure it can be</source>
   <translation>얼마나 확실한가</translation>
  </message>
  <message>
   <source>Too wide?</source>
   <translation>너무 넓나요?</translation>
  </message>
  <message>
   <source>What to expect</source>
   <translation>예상되는 결과</translation>
  </message>
 </context>
 <context>
  <name>_Legend</name>
  <message>
   <source>labelled</source>
   <translation>라벨 있음</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <source>unlabelled</source>
   <translation>라벨 없음</translation>
  </message>
 </context>
 <context>
  <name>_LicenceRow</name>
  <message>
   <source>Unknown</source>
   <translation>알 수 없음</translation>
  </message>
 </context>
 <context>
  <name>_ManyPictures</name>
  <message>
   <source>Clear</source>
   <translation>해제</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>클러스터</translation>
  </message>
  <message>
   <source>Labels so far</source>
   <translation>지금까지의 라벨</translation>
  </message>
 </context>
 <context>
  <name>_Model</name>
  <message>
   <source>Address</source>
   <translation>주소</translation>
  </message>
  <message>
   <source>File</source>
   <translation>파일</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>무슨 일</translation>
  </message>
  <message>
   <source>the server answered {0}</source>
   <translation>서버 응답 {0}</translation>
  </message>
 </context>
 <context>
  <name>_Name</name>
  <message>
   <source>From a pile of pictures to a classifier</source>
   <translation>이미지 더미에서 분류기까지</translation>
  </message>
 </context>
 <context>
  <name>_NameButton</name>
  <message>
   <source>Project {0}</source>
   <translation>프로젝트 {0}</translation>
  </message>
  <message>
   <source>Project {0}: rename, open another, close</source>
   <translation>프로젝트 {0}: 이름 바꾸기, 다른 것 열기, 닫기</translation>
  </message>
 </context>
 <context>
  <name>_OneOnly</name>
  <message>
   <source>Cluster with another method, k or kind of features: both are kept, and compared here.</source>
   <translation>다른 방법, k, 특징으로 클러스터링하세요. 둘 다 남아 여기서 비교합니다.</translation>
  </message>
  <message>
   <source>Nothing to compare yet</source>
   <translation>아직 비교할 것이 없습니다</translation>
  </message>
 </context>
 <context>
  <name>_OnePicture</name>
  <message>
   <source>A selected picture shows here: large, with its label, quality, where it came from and its licence.</source>
   <translation>이미지를 선택하면 여기에 크게, 라벨·품질·출처·라이선스와 함께 표시됩니다.</translation>
  </message>
  <message>
   <source>No picture selected</source>
   <translation>선택한 이미지 없음</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <source>unlabelled</source>
   <translation>라벨 없음</translation>
  </message>
  <message>
   <source>{0} of {1} selected</source>
   <translation>{1}장 중 {0}장 선택됨</translation>
  </message>
  <message>
   <source>{0} × {1} · {2} KB ·</source>
   <translation>{0} × {1} · {2} KB ·</translation>
  </message>
 </context>
 <context>
  <name>_OutOfFoldCard</name>
  <message>
   <source>95 % interval {0}–{1} %</source>
   <translation>95 % 구간 {0}–{1} %</translation>
  </message>
  <message>
   <source>Check labels</source>
   <translation>라벨 확인</translation>
  </message>
  <message numerus="yes">
   <source>Each frame was judged once, by the network that had not learned from it. The {0} test pictures took no part.</source>
   <translation>
    <numerusform>프레임마다 그것을 배우지 않은 네트워크가 한 번 판정했습니다. 테스트 이미지 {0}장은 빠졌습니다.</numerusform>
   </translation>
  </message>
  <message>
   <source>Out of fold</source>
   <translation>폴드 밖</translation>
  </message>
  <message numerus="yes">
   <source>Show {0} mistakes</source>
   <translation>
    <numerusform>오답 {0}개 보기</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {0} more classes</source>
   <translation>
    <numerusform>그 밖에 클래스 {0}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_Path</name>
  <message>
   <source>Collect</source>
   <translation>수집</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>편집</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>내보내기</translation>
  </message>
  <message>
   <source>Sort</source>
   <translation>정리</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>분할</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>평가</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>학습</translation>
  </message>
 </context>
 <context>
  <name>_ProgressRow</name>
  <message numerus="yes">
   <source>features of {0} of {1} pictures</source>
   <translation>
    <numerusform>이미지 {1}장 중 {0}장의 특징</numerusform>
   </translation>
  </message>
  <message>
   <source>getting ready</source>
   <translation>준비 중</translation>
  </message>
  <message numerus="yes">
   <source>sharpness of {0} of {1} solutions</source>
   <translation>
    <numerusform>해 {1}개 중 {0}개의 날카로움</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} epochs</source>
   <translation>
    <numerusform>에포크 {0}/{1}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} points looked at</source>
   <translation>
    <numerusform>점 {0}/{1} 계산</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} restarts</source>
   <translation>
    <numerusform>재시작 {0}/{1}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} short runs</source>
   <translation>
    <numerusform>짧은 학습 {0}/{1}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} steps</source>
   <translation>
    <numerusform>스텝 {0}/{1}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_Row</name>
  <message>
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <source>Cancel {0}</source>
   <translation>{0} 취소</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>완료</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>실패</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>일시 정지됨</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>실행 중</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>중지됨</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>다시 시도</translation>
  </message>
  <message>
   <source>Try {0} again</source>
   <translation>{0} 다시 시도</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>대기 중</translation>
  </message>
 </context>
 <context>
  <name>_Running</name>
  <message>
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <source>Cancel {0}</source>
   <translation>{0} 취소</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>일시 정지</translation>
  </message>
  <message>
   <source>Pause {0}</source>
   <translation>{0} 일시 정지</translation>
  </message>
  <message>
   <source>Resume {0}</source>
   <translation>{0} 계속</translation>
  </message>
 </context>
 <context>
  <name>_Samples</name>
  <message>
   <source>Pictures</source>
   <translation>이미지</translation>
  </message>
  <message>
   <source>Show in grid</source>
   <translation>격자에서 보기</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0}/{1}</translation>
  </message>
 </context>
 <context>
  <name>_Silhouette</name>
  <message>
   <source>How much nearer pictures are to their own cluster than to the next, −1 to 1</source>
   <translation>이미지가 다음 클러스터보다 자기 클러스터에 얼마나 더 가까운가, −1~1</translation>
  </message>
  <message>
   <source>Mean silhouette</source>
   <translation>평균 실루엣</translation>
  </message>
 </context>
 <context>
  <name>_Squares</name>
  <message>
   <source>Pictures with their labels and marks</source>
   <translation>라벨과 표시가 있는 이미지</translation>
  </message>
 </context>
</TS>
