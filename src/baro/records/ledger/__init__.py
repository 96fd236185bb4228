"""The ledger of evidence (sổ cái bằng chứng): a C2SP transparency log over the acts, and what proves it."""
