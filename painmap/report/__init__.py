"""The report for the appointment: what its pages say, and setting them."""
