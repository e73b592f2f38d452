"""What does the model say with its matrices in seven bits, as the program runs it?

Weights: |w| ≤ 63, a scale for each row. Activations: eight bits for each row, round half to even. Sums of products are whole numbers below 2^24,
exact in f32, so this simulation sums what the integer kernels sum.
"""

import copy

import torch
import torch.nn as nn

MOST = 63


def rows(weight):
    """(whole numbers as f32, scale of each row)"""
    scale = weight.abs().amax(1) / MOST
    scale[scale == 0] = 1
    return torch.clamp(torch.round(weight / scale[:, None]), -MOST, MOST), scale


def activations(x):
    most = x.abs().amax(-1, keepdim=True)
    return torch.round(x * torch.where(most > 0, 127 / most, 0)), most / 127


class Quantised(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.weight, self.bias = layer.weight, layer.bias
        self.whole, self.scale = rows(layer.weight.detach().float())

    def forward(self, x):
        a, scale = activations(x)
        return (a @ self.whole.T) * (scale * self.scale) + self.bias


def quantised(model):
    out = copy.deepcopy(model).float().eval()
    for module in list(out.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear):
                setattr(module, name, Quantised(child))
    out.lexical_input.data = out.lexical_input.data.half().float()
    out.lexical_word.data = out.lexical_word.data.half().float()
    if out.claims is not None:
        for table in (out.claims.known_trigger, out.claims.known_acts, out.claims.known_said, out.claims.pair):
            table.weight.data = table.weight.data.half().float()
    out.exact = True
    return out
