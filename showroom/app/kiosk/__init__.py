"""The kiosk: the applicant's window."""
