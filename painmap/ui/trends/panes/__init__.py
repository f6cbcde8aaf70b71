"""What stands under each tab of Trends."""
