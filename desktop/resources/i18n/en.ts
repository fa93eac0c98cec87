<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>ApplyBox</name>
  <message numerus="yes">
   <source>Apply to {0} pictures</source>
   <translation>
    <numerusform>Apply to {0} picture</numerusform>
    <numerusform>Apply to {0} pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Arranging</name>
  <message numerus="yes">
   <source>{0} pictures were labelled by their clusters</source>
   <translation>
    <numerusform>{0} picture was labelled by its cluster</numerusform>
    <numerusform>{0} pictures were labelled by their clusters</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures were labelled by their folders</source>
   <translation>
    <numerusform>{0} picture was labelled by its folder</numerusform>
    <numerusform>{0} pictures were labelled by their folders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BatchGrid</name>
  <message numerus="yes">
   <source>{0}: {1} % right, loss {2}, {3} of {4} seeds diverged. Click to use it.</source>
   <translation>
    <numerusform>{0}: {1} % right, loss {2}, {3} of {4} seed diverged. Click to use it.</numerusform>
    <numerusform>{0}: {1} % right, loss {2}, {3} of {4} seeds diverged. Click to use it.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0}: {1} of {2} seeds diverged</source>
   <translation>
    <numerusform>{0}: {1} of {2} seed diverged</numerusform>
    <numerusform>{0}: {1} of {2} seeds diverged</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BatchPage</name>
  <message numerus="yes">
   <source>{0} short runs of {1} epochs on stored features: about a minute or two for 2 000 pictures on two cores.</source>
   <translation>
    <numerusform>{0} short runs of {1} epoch on stored features: about a minute or two for 2 000 pictures on two cores.</numerusform>
    <numerusform>{0} short runs of {1} epochs on stored features: about a minute or two for 2 000 pictures on two cores.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CalibrationWords</name>
  <message numerus="yes">
   <source>No temperature can be fitted: there was no mistake among the {0} frames of valid.</source>
   <translation>
    <numerusform>No temperature can be fitted: there was no mistake on the {0} frame of valid.</numerusform>
    <numerusform>No temperature can be fitted: there was no mistake among the {0} frames of valid.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Temperature {0}, fitted on {1} frames of valid: it was {2}. With it (dotted) the error is {3}, the log loss {4}; what is said stays the same.</source>
   <translation>
    <numerusform>Temperature {0}, fitted on {1} frame of valid: it was {2}. With it (dotted) the error is {3}, the log loss {4}; what is said stays the same.</numerusform>
    <numerusform>Temperature {0}, fitted on {1} frames of valid: it was {2}. With it (dotted) the error is {3}, the log loss {4}; what is said stays the same.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CheckPanel</name>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>{0} picture</numerusform>
    <numerusform>{0} pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Checks</name>
  <message numerus="yes">
   <source>seed {0}, {1} near-duplicate groups cross a border</source>
   <translation>
    <numerusform>seed {0}, {1} near-duplicate group crosses a border</numerusform>
    <numerusform>seed {0}, {1} near-duplicate groups cross a border</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} frames of the test part were learned from</source>
   <translation>
    <numerusform>{0} frame of the test part was learned from</numerusform>
    <numerusform>{0} frames of the test part were learned from</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} groups cross a border; make a new split</source>
   <translation>
    <numerusform>{0} group crosses a border; make a new split</numerusform>
    <numerusform>{0} groups cross a border; make a new split</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} suspected labels not looked at yet</source>
   <translation>
    <numerusform>{0} suspected label not looked at yet</numerusform>
    <numerusform>{0} suspected labels not looked at yet</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CollectRoom</name>
  <message numerus="yes">
   <source>{0} kept of {1} found in {2} sources</source>
   <translation>
    <numerusform>{0} kept of {1} found in {2} source</numerusform>
    <numerusform>{0} kept of {1} found in {2} sources</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Command</name>
  <message numerus="yes">
   <source>Accept {0} suggestions</source>
   <translation>
    <numerusform>Accept {0} suggestion</numerusform>
    <numerusform>Accept {0} suggestions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Bring back {0} images</source>
   <translation>
    <numerusform>Bring back {0} image</numerusform>
    <numerusform>Bring back {0} images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Bring back {0} runs</source>
   <translation>
    <numerusform>Bring back {0} run</numerusform>
    <numerusform>Bring back {0} runs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Change the frames of {0} images</source>
   <translation>
    <numerusform>Change the frame of {0} image</numerusform>
    <numerusform>Change the frames of {0} images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Cluster {0} images</source>
   <translation>
    <numerusform>Cluster {0} image</numerusform>
    <numerusform>Cluster {0} images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Delete {0} runs</source>
   <translation>
    <numerusform>Delete {0} run</numerusform>
    <numerusform>Delete {0} runs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Label {0} images</source>
   <translation>
    <numerusform>Label {0} image</numerusform>
    <numerusform>Label {0} images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Label {0} images anew</source>
   <translation>
    <numerusform>Label {0} image anew</numerusform>
    <numerusform>Label {0} images anew</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Reject {0} copies</source>
   <translation>
    <numerusform>Reject {0} copy</numerusform>
    <numerusform>Reject {0} copies</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Reject {0} images</source>
   <translation>
    <numerusform>Reject {0} image</numerusform>
    <numerusform>Reject {0} images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Split {0} images</source>
   <translation>
    <numerusform>Split {0} image</numerusform>
    <numerusform>Split {0} images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CompareBox</name>
  <message numerus="yes">
   <source>Of {0} frames only this run is right on {1}, only the other on {2}: {3} points (95 % interval {4} to {5}), p = {6}, {7}.</source>
   <translation>
    <numerusform>Of {0} frame only this run is right on {1}, only the other on {2}: {3} points (95 % interval {4} to {5}), p = {6}, {7}.</numerusform>
    <numerusform>Of {0} frames only this run is right on {1}, only the other on {2}: {3} points (95 % interval {4} to {5}), p = {6}, {7}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Controller</name>
  <message numerus="yes">
   <source>{0} runs</source>
   <translation>
    <numerusform>{0} run</numerusform>
    <numerusform>{0} runs</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CopiesPanel</name>
  <message numerus="yes">
   <source>Reject {0} copies</source>
   <translation>
    <numerusform>Reject {0} copy</numerusform>
    <numerusform>Reject {0} copies</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} files fell out as the same file.</source>
   <translation>
    <numerusform>{0} file fell out as the same file.</numerusform>
    <numerusform>{0} files fell out as the same file.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} groups of copies, {1} of equal pixels.</source>
   <translation>
    <numerusform>{0} group of copies, {1} of equal pixels.</numerusform>
    <numerusform>{0} groups of copies, {1} of equal pixels.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures came since.</source>
   <translation>
    <numerusform>{0} picture came since.</numerusform>
    <numerusform>{0} pictures came since.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Counted</name>
  <message numerus="yes">
   <source>{0} classes</source>
   <translation>
    <numerusform>{0} class</numerusform>
    <numerusform>{0} classes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} clusters</source>
   <translation>
    <numerusform>{0} cluster</numerusform>
    <numerusform>{0} clusters</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} frames</source>
   <translation>
    <numerusform>{0} frame</numerusform>
    <numerusform>{0} frames</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} groups</source>
   <translation>
    <numerusform>{0} group</numerusform>
    <numerusform>{0} groups</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} images</source>
   <translation>
    <numerusform>{0} image</numerusform>
    <numerusform>{0} images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pairs</source>
   <translation>
    <numerusform>{0} pair</numerusform>
    <numerusform>{0} pairs</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CoveredFrames</name>
  <message numerus="yes">
   <source>{0} covered frames</source>
   <translation>
    <numerusform>{0} covered frame</numerusform>
    <numerusform>{0} covered frames</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CurvesPage</name>
  <message numerus="yes">
   <source>a tenth after every {0} epochs</source>
   <translation>
    <numerusform>a tenth after every epoch</numerusform>
    <numerusform>a tenth after every {0} epochs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>a tenth after {0} epochs without a lower valid loss</source>
   <translation>
    <numerusform>a tenth after {0} epoch without a lower valid loss</numerusform>
    <numerusform>a tenth after {0} epochs without a lower valid loss</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>cosine, again after every {0} epochs</source>
   <translation>
    <numerusform>cosine, again after every epoch</numerusform>
    <numerusform>cosine, again after every {0} epochs</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DataSetPanel</name>
  <message numerus="yes">
   <source>An export was stopped after {0} files.</source>
   <translation>
    <numerusform>An export was stopped after {0} file.</numerusform>
    <numerusform>An export was stopped after {0} files.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} images; {1} of unknown licence stay here</source>
   <translation>
    <numerusform>{0} image; {1} of unknown licence stay here</numerusform>
    <numerusform>{0} images; {1} of unknown licence stay here</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DoctorPanel</name>
  <message numerus="yes">
   <source>Use {0} epochs</source>
   <translation>
    <numerusform>Use {0} epoch</numerusform>
    <numerusform>Use {0} epochs</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DragOut</name>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>{0} picture</numerusform>
    <numerusform>{0} pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EditRoom</name>
  <message numerus="yes">
   <source>Frames of {0} pictures</source>
   <translation>
    <numerusform>Frame of {0} picture</numerusform>
    <numerusform>Frames of {0} pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Ending</name>
  <message numerus="yes">
   <source>The exported model agrees on {0} pictures; largest difference {1}</source>
   <translation>
    <numerusform>The exported model agrees on {0} picture; largest difference {1}</numerusform>
    <numerusform>The exported model agrees on {0} pictures; largest difference {1}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} files packed</source>
   <translation>
    <numerusform>{0} file packed</numerusform>
    <numerusform>{0} files packed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} images of unknown licence were left out.</source>
   <translation>
    <numerusform>{0} image of unknown licence was left out.</numerusform>
    <numerusform>{0} images of unknown licence were left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures written</source>
   <translation>
    <numerusform>{0} picture written</numerusform>
    <numerusform>{0} pictures written</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FinderPanel</name>
  <message numerus="yes">
   <source>show its {0} images</source>
   <translation>
    <numerusform>show its {0} image</numerusform>
    <numerusform>show its {0} images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FitTable</name>
  <message numerus="yes">
   <source>Out of fold on {0} frames, frozen network; 95 % intervals.</source>
   <translation>
    <numerusform>Out of fold on {0} frame, frozen network; 95 % intervals.</numerusform>
    <numerusform>Out of fold on {0} frames, frozen network; 95 % intervals.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FoldsPage</name>
  <message numerus="yes">
   <source>{0} epochs in every fold, no early stop: a fold must not choose its own end. Near duplicates stay in one fold.</source>
   <translation>
    <numerusform>{0} epoch in every fold, no early stop: a fold must not choose its own end. Near duplicates stay in one fold.</numerusform>
    <numerusform>{0} epochs in every fold, no early stop: a fold must not choose its own end. Near duplicates stay in one fold.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} folds × {1} epochs: {2} times as long as one such run.</source>
   <translation>
    <numerusform>{0} folds × {1} epoch: {2} times as long as one such run.</numerusform>
    <numerusform>{0} folds × {1} epochs: {2} times as long as one such run.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>KChoice</name>
  <message numerus="yes">
   <source>{0} clusters: {1}.</source>
   <translation>
    <numerusform>{0} cluster: {1}.</numerusform>
    <numerusform>{0} clusters: {1}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} restarts agree ({1})</source>
   <translation>
    <numerusform>{0} restart agrees ({1})</numerusform>
    <numerusform>{0} restarts agree ({1})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} restarts agree best ({1})</source>
   <translation>
    <numerusform>{0} restart agrees best ({1})</numerusform>
    <numerusform>{0} restarts agree best ({1})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} restarts differ ({1}), so look at more than one.</source>
   <translation>
    <numerusform>{0} restart differs ({1}), so look at more than one.</numerusform>
    <numerusform>{0} restarts differ ({1}), so look at more than one.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>KPanel</name>
  <message numerus="yes">
   <source>, {0} images</source>
   <translation>
    <numerusform>, {0} image</numerusform>
    <numerusform>, {0} images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LastSearch</name>
  <message numerus="yes">
   <source>Searched {0}: {1} pictures.</source>
   <translation>
    <numerusform>Searched {0}: {1} picture.</numerusform>
    <numerusform>Searched {0}: {1} pictures.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LeakCheck</name>
  <message numerus="yes">
   <source>Compared anew over {3} borders: {0}, {1} and {2} cross.</source>
   <translation>
    <numerusform>Compared anew over {3} border: {0}, {1} and {2} cross.</numerusform>
    <numerusform>Compared anew over {3} borders: {0}, {1} and {2} cross.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} groups with {1} were kept whole.</source>
   <translation>
    <numerusform>{0} group with {1} was kept whole.</numerusform>
    <numerusform>{0} groups with {1} were kept whole.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} near-duplicate groups cross a border</source>
   <translation>
    <numerusform>{0} near-duplicate group crosses a border</numerusform>
    <numerusform>{0} near-duplicate groups cross a border</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LiveRun</name>
  <message numerus="yes">
   <source>features of {0} of {1} pictures</source>
   <translation>
    <numerusform>features of {0} of {1} picture</numerusform>
    <numerusform>features of {0} of {1} pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>preparing {0} of {1} pictures</source>
   <translation>
    <numerusform>preparing {0} of {1} picture</numerusform>
    <numerusform>preparing {0} of {1} pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LrPage</name>
  <message numerus="yes">
   <source>Suggested learning rate, median of {0} seeds</source>
   <translation>
    <numerusform>Suggested learning rate, median of {0} seed</numerusform>
    <numerusform>Suggested learning rate, median of {0} seeds</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} steps of {1} frames, {2}.</source>
   <translation>
    <numerusform>{0} steps of {1} frame, {2}.</numerusform>
    <numerusform>{0} steps of {1} frames, {2}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MapPage</name>
  <message numerus="yes">
   <source>{0} pictures are not laid out yet.</source>
   <translation>
    <numerusform>{0} picture is not laid out yet.</numerusform>
    <numerusform>{0} pictures are not laid out yet.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MinimaPage</name>
  <message numerus="yes">
   <source>{0} runs by the recipe, then the loss at {1} points, {2}.</source>
   <translation>
    <numerusform>{0} run by the recipe, then the loss at {1} points, {2}.</numerusform>
    <numerusform>{0} runs by the recipe, then the loss at {1} points, {2}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PreparingPane</name>
  <message numerus="yes">
   <source>{0} frames need it</source>
   <translation>
    <numerusform>{0} frame needs it</numerusform>
    <numerusform>{0} frames need it</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} frames are smaller than the network's square and are enlarged.</source>
   <translation>
    <numerusform>{0} of {1} frames is smaller than the network's square and is enlarged.</numerusform>
    <numerusform>{0} of {1} frames are smaller than the network's square and are enlarged.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PreviewGroup</name>
  <message numerus="yes">
   <source>{0} tiles of {1}</source>
   <translation>
    <numerusform>{0} tile of {1}</numerusform>
    <numerusform>{0} tiles of {1}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProjectsPane</name>
  <message numerus="yes">
   <source>Show all {0} projects</source>
   <translation>
    <numerusform>Show the {0} project</numerusform>
    <numerusform>Show all {0} projects</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Rankings</name>
  <message numerus="yes">
   <source>{0} labels that the others do not bear out</source>
   <translation>
    <numerusform>{0} label that the others do not bear out</numerusform>
    <numerusform>{0} labels that the others do not bear out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>{0} picture</numerusform>
    <numerusform>{0} pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures; a dashed edge is no label yet</source>
   <translation>
    <numerusform>{0} picture; a dashed edge is no label yet</numerusform>
    <numerusform>{0} pictures; a dashed edge is no label yet</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RecipePane</name>
  <message numerus="yes">
   <source>{0} train · {1} valid frames at {2} × {2}. About {3} steps an epoch. Test is not touched.</source>
   <translation>
    <numerusform>{0} train · {1} valid frames at {2} × {2}. About {3} step an epoch. Test is not touched.</numerusform>
    <numerusform>{0} train · {1} valid frames at {2} × {2}. About {3} steps an epoch. Test is not touched.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RepairDialog</name>
  <message numerus="yes">
   <source>The labels of {0} of them are written down a second time, up to the last one.</source>
   <translation>
    <numerusform>The label of {0} of them is written down a second time.</numerusform>
    <numerusform>The labels of {0} of them are written down a second time, up to the last one.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} changes of labels made after it come back too, as do pictures that came later.</source>
   <translation>
    <numerusform>{0} change of a label made after it comes back too, as do pictures that came later.</numerusform>
    <numerusform>{0} changes of labels made after it come back too, as do pictures that came later.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} images, {1} of them labelled.</source>
   <translation>
    <numerusform>{0} image, {1} of them labelled.</numerusform>
    <numerusform>{0} images, {1} of them labelled.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures lie unharmed in its folder.</source>
   <translation>
    <numerusform>{0} picture lies unharmed in its folder.</numerusform>
    <numerusform>{0} pictures lie unharmed in its folder.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} · {1} images, {2} labelled</source>
   <translation>
    <numerusform>{0} · {1} image, {2} labelled</numerusform>
    <numerusform>{0} · {1} images, {2} labelled</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ResultPage</name>
  <message numerus="yes">
   <source>ECE, {0} bins</source>
   <translation>
    <numerusform>ECE, {0} bin</numerusform>
    <numerusform>ECE, {0} bins</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Test part opened {0} times</source>
   <translation>
    <numerusform>Test part opened once</numerusform>
    <numerusform>Test part opened {0} times</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>mean recall of {0} classes</source>
   <translation>
    <numerusform>mean recall of {0} class</numerusform>
    <numerusform>mean recall of {0} classes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} frames, the surest first</source>
   <translation>
    <numerusform>{0} frame, the surest first</numerusform>
    <numerusform>{0} frames, the surest first</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} pictures have frames with different labels and are left out</source>
   <translation>
    <numerusform>{0} picture has frames with different labels and is left out</numerusform>
    <numerusform>{0} pictures have frames with different labels and are left out</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SealedPage</name>
  <message numerus="yes">
   <source>Asks once more. Then {0} frames are predicted.</source>
   <translation>
    <numerusform>Asks once more. Then {0} frame is predicted.</numerusform>
    <numerusform>Asks once more. Then {0} frames are predicted.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} frames, {1} right: {2} % (95 % interval).</source>
   <translation>
    <numerusform>{0} frame, {1} right: {2} % (95 % interval).</numerusform>
    <numerusform>{0} frames, {1} right: {2} % (95 % interval).</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SheetView</name>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>{0} picture</numerusform>
    <numerusform>{0} pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SplitBody</name>
  <message numerus="yes">
   <source>{0} has {1} frames instead of {2}</source>
   <translation>
    <numerusform>{0} has {1} frame instead of {2}</numerusform>
    <numerusform>{0} has {1} frames instead of {2}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SplitRoom</name>
  <message numerus="yes">
   <source>test opened {0} times</source>
   <translation>
    <numerusform>test opened once</numerusform>
    <numerusform>test opened {0} times</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} labelled images · {2} unlabelled and {3} rejected stay out</source>
   <translation>
    <numerusform>{0} of {1} labelled image · {2} unlabelled and {3} rejected stay out</numerusform>
    <numerusform>{0} of {1} labelled images · {2} unlabelled and {3} rejected stay out</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Strip</name>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>{0} picture</numerusform>
    <numerusform>{0} pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TestRoom</name>
  <message numerus="yes">
   <source>A change here marks all {0} runs out of date.</source>
   <translation>
    <numerusform>A change here marks the run out of date.</numerusform>
    <numerusform>A change here marks all {0} runs out of date.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Thumbs</name>
  <message numerus="yes">
   <source>{0} pictures</source>
   <translation>
    <numerusform>{0} picture</numerusform>
    <numerusform>{0} pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TilesPanel</name>
  <message numerus="yes">
   <source>Add {0} frames</source>
   <translation>
    <numerusform>Add {0} frame</numerusform>
    <numerusform>Add {0} frames</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} tiles</source>
   <translation>
    <numerusform>{0} tile</numerusform>
    <numerusform>{0} tiles</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TrashBox</name>
  <message numerus="yes">
   <source>Move {0} files, {1}, to the system's trash?</source>
   <translation>
    <numerusform>Move {0} file, {1}, to the system's trash?</numerusform>
    <numerusform>Move {0} files, {1}, to the system's trash?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} rejected pictures take {1} on the disk.</source>
   <translation>
    <numerusform>{0} rejected picture takes {1} on the disk.</numerusform>
    <numerusform>{0} rejected pictures take {1} on the disk.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WaitingBanner</name>
  <message numerus="yes">
   <source>{0} epochs</source>
   <translation>
    <numerusform>{0} epoch</numerusform>
    <numerusform>{0} epochs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} runs waited when the project was closed</source>
   <translation>
    <numerusform>A run waited when the project was closed</numerusform>
    <numerusform>{0} runs waited when the project was closed</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WhereBox</name>
  <message numerus="yes">
   <source>and {0} better ones</source>
   <translation>
    <numerusform>and {0} better one</numerusform>
    <numerusform>and {0} better ones</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WhereTo</name>
  <message numerus="yes">
   <source>{0} images have no known licence.</source>
   <translation>
    <numerusform>{0} image has no known licence.</numerusform>
    <numerusform>{0} images have no known licence.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WhoSees</name>
  <message numerus="yes">
   <source>{0} more frames than images; frames of one image stay in one part</source>
   <translation>
    <numerusform>{0} frame more than images; frames of one image stay in one part</numerusform>
    <numerusform>{0} more frames than images; frames of one image stay in one part</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_OutOfFoldCard</name>
  <message numerus="yes">
   <source>Each frame was judged once, by the network that had not learned from it. The {0} test pictures took no part.</source>
   <translation>
    <numerusform>Each frame was judged once, by the network that had not learned from it. The {0} test picture took no part.</numerusform>
    <numerusform>Each frame was judged once, by the network that had not learned from it. The {0} test pictures took no part.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Show {0} mistakes</source>
   <translation>
    <numerusform>Show the mistake</numerusform>
    <numerusform>Show {0} mistakes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {0} more classes</source>
   <translation>
    <numerusform>and {0} more class</numerusform>
    <numerusform>and {0} more classes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_ProgressRow</name>
  <message numerus="yes">
   <source>features of {0} of {1} pictures</source>
   <translation>
    <numerusform>features of {0} of {1} picture</numerusform>
    <numerusform>features of {0} of {1} pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>sharpness of {0} of {1} solutions</source>
   <translation>
    <numerusform>sharpness of {0} of {1} solution</numerusform>
    <numerusform>sharpness of {0} of {1} solutions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} epochs</source>
   <translation>
    <numerusform>{0} of {1} epoch</numerusform>
    <numerusform>{0} of {1} epochs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} points looked at</source>
   <translation>
    <numerusform>{0} of {1} point looked at</numerusform>
    <numerusform>{0} of {1} points looked at</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} restarts</source>
   <translation>
    <numerusform>{0} of {1} restart</numerusform>
    <numerusform>{0} of {1} restarts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} short runs</source>
   <translation>
    <numerusform>{0} of {1} short run</numerusform>
    <numerusform>{0} of {1} short runs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{0} of {1} steps</source>
   <translation>
    <numerusform>{0} of {1} step</numerusform>
    <numerusform>{0} of {1} steps</numerusform>
   </translation>
  </message>
 </context>
</TS>
