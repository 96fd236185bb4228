"""Hài hòa quy trình: the processes of one work in many bodies, step table against step table; what differs, what most have,
what a common version could be. And the same of behaviour: what several logs of one work have in common."""
