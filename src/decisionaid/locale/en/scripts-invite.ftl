### The letter that invites to an aid: what its script says.

invite-lead = Or open this code with the camera of a phone:
invite-code = Square code of the address above
invite-no_code = This address is too long for a square code.
