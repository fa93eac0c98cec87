"""Row numbers of the project, told apart by type."""

from __future__ import annotations

from typing import NewType

SourceId = NewType("SourceId", int)
ImageId = NewType("ImageId", int)
FrameId = NewType("FrameId", int)
LabelId = NewType("LabelId", int)
ClusteringId = NewType("ClusteringId", int)
SplitId = NewType("SplitId", int)
RunId = NewType("RunId", int)
StudyId = NewType("StudyId", int)
