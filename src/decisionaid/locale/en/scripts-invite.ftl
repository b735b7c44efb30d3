### The letter that invites to an aid: what its script says.

invite-code = Square code of the address above
invite-no_code = This address is too long for a square code.
