// Whoever holds something: with the word for what that is, a person or an organization.
// Arguments: who, a person or an organization.
[CASE WHEN 'Person' IN labels(who) THEN ['Person', [{{ columns_of_a_person(who) }}]]
    ELSE ['Organization', [{{ columns_of_an_organization(who) }}]] END]
