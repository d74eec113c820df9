-- One person in several conversations is found by the name the channel gives them.
CREATE INDEX address_of_member ON address (member, channel);
