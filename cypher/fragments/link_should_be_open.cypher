// Whether a relationship is open to everybody: it is public and both its ends are open.
// Arguments: access, the relationship's; a, where it starts; b, where it ends.
access = 'public' AND a.open AND b.open
