// Throw away a form that is kept for an account.
// Parameters: $account, its id; $form, that of the form.
// Columns: removed.
MATCH (f:KeptForm {id: $form})
WHERE f.account = $account
DELETE f
RETURN count(*) AS removed
