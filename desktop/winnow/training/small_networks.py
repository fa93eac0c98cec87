"""Networks that start from nothing: a small one to understand, and a ResNet-18."""

from __future__ import annotations

from torch import nn

from winnow.vision.networks import torchvision_part

_CHANNELS = (32, 64, 128, 256)
_SMALL_INPUT_PX = 64


def small_cnn(size: int) -> tuple[nn.Module, int]:
    """Return four blocks of two convolutions, each halving the picture, for inputs of *size*, and its features' length.

    About 1.2 million weights; every part of it is in any textbook.
    """
    blocks: list[nn.Module] = []
    before = 3
    # Larger pictures are halved once more at the start, or the first block would take most of the time.
    first_stride = 1 if size <= _SMALL_INPUT_PX else 2
    for at, channels in enumerate(_CHANNELS):
        stride = first_stride if at == 0 else 1
        blocks.append(
            nn.Sequential(
                *_convolution(before, channels, stride),
                *_convolution(channels, channels, 1),
                nn.MaxPool2d(2, ceil_mode=True),
            )
        )
        before = channels
    return nn.Sequential(*blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten()), before


def resnet18(size: int) -> tuple[nn.Module, int]:
    """Return a ResNet-18 without its last layer, for inputs of *size*, and its features' length.

    Small pictures are not quartered at the start, as is usual for CIFAR-10
    (He et al. 2016, arXiv 1512.03385, section 4.2).
    """
    network = torchvision_part("torchvision.models").resnet18(weights=None)
    network.fc = nn.Identity()
    if size <= _SMALL_INPUT_PX:
        network.conv1 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
        nn.init.kaiming_normal_(network.conv1.weight, mode="fan_out", nonlinearity="relu")
        network.maxpool = nn.Identity()
    return network, 512


def _convolution(before: int, after: int, stride: int) -> list[nn.Module]:
    convolution = nn.Conv2d(before, after, 3, stride=stride, padding=1, bias=False)
    nn.init.kaiming_normal_(convolution.weight, mode="fan_out", nonlinearity="relu")
    return [convolution, nn.BatchNorm2d(after), nn.ReLU(inplace=True)]
