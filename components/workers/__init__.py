"""Work done for visitors by other processes: who may have it done, how much, for how long."""
