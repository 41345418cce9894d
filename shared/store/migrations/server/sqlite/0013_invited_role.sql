-- usable-from: 12
-- A role that the production made, for whoever joins with the invite; role is the nearest of the fixed
-- ones, which is what a server of an older version gives.
ALTER TABLE invite ADD COLUMN custom_role TEXT NOT NULL DEFAULT '';
-- For another computer of a member that is there. A server of an older version takes it for an invite
-- to the role.
ALTER TABLE invite ADD COLUMN user_id BLOB;
