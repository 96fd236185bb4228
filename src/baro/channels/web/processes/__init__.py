"""The register of processes: which body approved what, its steps, its faults, who lacks one; one work in many bodies side by
side; approving, publishing, ending."""
