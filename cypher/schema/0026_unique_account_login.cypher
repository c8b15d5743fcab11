// One Account a name to sign in with, and a fast way to it.
CREATE CONSTRAINT unique_account_login IF NOT EXISTS FOR (a:Account) REQUIRE a.login IS UNIQUE
