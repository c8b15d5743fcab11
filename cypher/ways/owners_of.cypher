// Who is to do something: each with the word for what that is, a person or an organization.
// Arguments: x, the action; w, the tie; who, a person or an organization.
[(x)-[w:OWNED_BY]->(who) WHERE w.open AND who.open |
    CASE WHEN 'Person' IN labels(who) THEN ['Person', [{{ columns_of_a_person(who) }}]]
    ELSE ['Organization', [{{ columns_of_an_organization(who) }}]] END]
