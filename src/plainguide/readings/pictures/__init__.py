"""From the ledger to pictures: gathers entries, says them for a reading, and has them drawn."""
