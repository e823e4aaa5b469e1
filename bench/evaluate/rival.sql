-- The rows of the national plan that need no statement (1.1, 1.2, 7.1, 7.3), by hand, for one day.
--
-- What an able analyst would write for DuckDB: one pass over each file, no row judged day by day. It
-- leans on facts about the made-up council that hearth may not assume (coverage without a gap, members
-- who stay, no deaths, no field missing), so it does less than hearth does for the same answer.
-- `getvariable('d')` is the day; the views people, families, members, terms … are the Parquet files.

-- The day something of `day` leaves a window of so many months (months are clamped to their ends).
create or replace macro leaves(day, months) as
  (day + to_months(months))::date + if(day(day + to_months(months)) < day(day), 1, 0);

create or replace temp table f as
select family_id, started_on as started, coalesce(closed_on, date '9999-01-01') as closed
from families;

create or replace temp table kin as
select m.family_id, p.person_id, (p.birth_date + to_years(18))::date as grown, f.started,
       least(f.closed, getvariable('d')) as last_entry
from members m join people p using (person_id) join f using (family_id);

-- ---- 7.1 and 7.3 -------------------------------------------------------------------------------
create or replace temp table incident as
select k.family_id, k.person_id, i.date as day, k.grown, k.started, k.last_entry
from (select person_id, date from offence union all select person_id, date from arrest
      union all select person_id, date from named_suspect
      union all select person_id, date from asb_incident) i
join kin k using (person_id) where i.date <= getvariable('d');

create or replace temp table crime_need as
with held as (
  select r.ref, r.tier, family_id, person_id,
         greatest(day, started, if(r.ref = '7.1', grown, started)) as since,
         least(leaves(day, 12), if(r.ref = '7.3', grown, date '9999-01-01')) as until, last_entry
  from incident, (values ('7.1', 7), ('7.3', 4)) r(ref, tier))
select ref, tier, family_id, person_id, min(since) as since from held
where since < until and since <= last_entry group by all;

create or replace temp table crime_bad as
with target as (
  select n.ref, n.family_id, n.person_id, n.since,
         if(count(i.day) <= n.tier, 0, floor(count(i.day) * 0.25)) as most
  from crime_need n left join incident i
    on i.person_id = n.person_id and i.day <= n.since
   and i.day > (n.since - to_months(12))::date
  group by n.ref, n.tier, n.family_id, n.person_id, n.since),
shift as (
  select t.ref, t.family_id, t.person_id, t.since, t.most, s.day, sum(s.change) as change
  from target t join (select person_id, day, 1 as change from incident
                      union all select person_id, leaves(day, 6), -1 from incident) s
    using (person_id) group by all),
level as (
  select *, sum(change) over w as standing,
         lead(day, 1, date '9999-01-01') over w as next_day
  from shift window w as (partition by ref, family_id, person_id order by day))
select ref, family_id, greatest(day, since) as first_day, least(next_day, getvariable('d') + 1) as end_day
from level where standing > most and greatest(day, since) < least(next_day, getvariable('d') + 1);

create or replace temp table crime_status as
with need as (select ref, family_id, min(since) as since from crime_need group by all),
islands as (
  select *, max(end_day) over (partition by ref, family_id order by first_day, end_day
                               rows between unbounded preceding and 1 preceding) as before_end
  from crime_bad),
bad as (
  select ref, family_id, max(end_day) > getvariable('d') as now_bad,
         sum(greatest(0, datediff('day', greatest(first_day, coalesce(before_end, first_day)), end_day)))
           as bad_days
  from islands group by all)
select n.family_id, n.ref,
       case when not coalesce(b.now_bad, false)
            then if((getvariable('d') - to_months(6))::date >= n.since, 'achieved', 'progress')
            when b.bad_days < datediff('day', n.since, getvariable('d')) + 1 then 'lapsed'
            else 'need' end as status,
       n.since
from need n left join bad b using (ref, family_id);

-- ---- 1.1 and 1.2 -------------------------------------------------------------------------------
create or replace temp table term_k as
select row_number() over (order by start_date) as k, start_date, end_date as ended,
       lead(end_date, 1, date '9999-01-01') over (order by start_date) as next_ended
from terms;

create or replace temp table sent as
select c.family_id, s.person_id, t.k, sum(possible) as possible,
       sum(possible - authorised - unauthorised) as attended
from school_term s join term_k t on s.start_date >= t.start_date and s.end_date <= t.ended
join kin c using (person_id) where t.ended <= getvariable('d')
group by all;

-- For each child and latest ended term: the share over it and the term before, null if one is missing.
create or replace temp table pair as
select coalesce(a.family_id, b.family_id) as family_id, coalesce(a.person_id, b.person_id) as person_id,
       coalesce(a.k, b.k + 1) as k,
       (a.attended + b.attended) / (a.possible + b.possible) as share
from sent a full join sent b on a.person_id = b.person_id and a.k = b.k + 1;

create or replace temp table school_need as
with held as (
  select r.ref, p.family_id, p.person_id, p.k, p.share, greatest(t.ended, f.started) as since
  from pair p join term_k t using (k) join f using (family_id),
       (values ('1.1', 0.9), ('1.2', 0.5)) r(ref, below)
  where p.share < r.below and greatest(t.ended, f.started) < t.next_ended
    and greatest(t.ended, f.started) <= least(f.closed, getvariable('d')))
select ref, family_id, person_id, min(since) as since, arg_min(share, since) as share_then
from held group by all;

create or replace temp table school_line as
with need as (select ref, family_id, min(since) as since from school_need group by all),
window_of as (
  select n.ref, n.family_id, n.since, t.k, greatest(t.ended, n.since) as first_day,
         least(t.next_ended, getvariable('d') + 1) as end_day
  from need n join term_k t on t.next_ended > n.since and t.ended <= getvariable('d')),
then_share as (
  select n.ref, p.person_id, p.share
  from need n join term_k t on t.ended <= n.since and n.since < t.next_ended
  join pair p on p.family_id = n.family_id and p.k = t.k),
judged as (
  -- children at school in the two terms: back above nine tenths, or on the way up from under half
  select w.ref, w.family_id, w.since, w.k, w.first_day, w.end_day,
         case when p.share >= 0.9 then 2
              when q.share is null or q.share >= 0.5 then if(p.share is null, 1, 0)
              when p.share is null then 1
              when p.share >= 0.5 and p.share >= 1.3 * q.share - 1e-9 then 2 else 0 end as truth
  from window_of w join pair p on p.family_id = w.family_id and p.k = w.k
  left join then_share q on q.ref = w.ref and q.person_id = p.person_id
  union all
  -- people in need of 1.2: past half, and well above where each began
  select w.ref, w.family_id, w.since, w.k, w.first_day, w.end_day,
         case when p.share is null then 1
              when p.share >= 0.5 and p.share >= 1.3 * o.share_then - 1e-9 then 2 else 0 end
  from window_of w join school_need o on o.ref = w.ref and o.family_id = w.family_id
  left join pair p on p.person_id = o.person_id and p.k = w.k
  where w.ref = '1.2' and o.since < w.end_day)
select w.ref, w.family_id, w.since, w.k, w.first_day, w.end_day, coalesce(min(j.truth), 3) as truth
from window_of w left join judged j using (ref, family_id, k) group by all;

create or replace temp table school_status as
select family_id, ref,
       case arg_max(truth, k) when 2 then 'achieved' when 1 then 'unknown' when 3 then 'not_applicable'
            else if(max(truth = 2 and first_day < end_day), 'lapsed', 'need') end as status,
       any_value(since) as since
from school_line where first_day < end_day group by family_id, ref;

create or replace temp table answer as
select * from crime_status union all select * from school_status;
