"""The register of processes: which body approved what, its steps, its faults, who lacks one; approving, publishing, ending."""
