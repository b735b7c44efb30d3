### What the scripts of the home page say.

home-left-many = { $n } of { $of } aids shown
home-left-none = No aid matches. Try other words.
