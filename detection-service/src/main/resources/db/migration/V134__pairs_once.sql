-- Two pieces are a pair once, whichever of them found the other. A document that is analysed anew may find a later one
-- while that one finds it; until now only rows that were committed were looked at.
delete from picture_match one using picture_match other
where one.later_id = other.earlier_id and one.earlier_id = other.later_id and one.later_id < one.earlier_id;

create unique index picture_match_pair on picture_match (least(later_id, earlier_id), greatest(later_id, earlier_id));
