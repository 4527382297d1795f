-- Whole forms made cheap (docs/decisions/0014): what comes as a whole is kept as it came, one row of history, and is spread over
-- its slots when somebody edits on, or when eight of them stand. Until then its lines are read where the slots are read.

-- Up to `settled` the return's batches are in working_slots, or were overwritten; behind it stand whole forms alone.
alter table working_heads add column settled bigint;
update working_heads set settled = sequence;
alter table working_heads alter column settled set not null;

-- What stands in each slot, spread or not.
create view standing_slots with (security_invoker = true) as
select distinct on (organisation, year, slot) organisation, year, slot, content, revision, actor, name, at, edit
from (
  select s.organisation, s.year, s.slot, s.content, s.revision, s.actor, s.name, s.at, s.edit from working_slots s
  union all
  select b.organisation, b.year, line.slot, line.after, line.revision, b.actor, b.name, b.at, line.id
  from working_heads h join working_batches b on b.organisation = h.organisation and b.year = h.year and b.sequence > h.settled
  cross join lateral jsonb_to_recordset(b.edits::jsonb) as line(id uuid, slot text, revision bigint, after jsonb, passed boolean)
  where line.passed is null
) as every
order by organisation, year, slot, revision desc;

-- Those who look at slots look there.
do $$
declare
  looking regprocedure;
begin
  for looking in
    select p.oid from pg_proc p
    where p.pronamespace = current_schema()::regnamespace and p.proname in ('look_up_edits', 'look_for_changes', 'open_return')
  loop
    execute replace(pg_get_functiondef(looking), 'from working_slots ', 'from standing_slots ');
  end loop;
end
$$;

-- Takes a batch of edits; `upto` is the return's sequence afterwards, `fallen` the ledgers whose confirmation falls. `behind` is null
-- where they are to be spread over their slots at once; else the batch is a whole form, and overwrites whatever has a greater revision.
drop function append_edits(text, integer, bigint, text, text, text, text, text[]);
create function append_edits(place text, of_year integer, upto bigint, lines text, by_actor text, by_name text, done text, fallen text[], behind bigint) returns void
language plpgsql as $$
declare
  head record;
  was bigint;
  whole boolean := behind is not null;
begin
  select w.sequence, w.settled into head from working_heads w where w.organisation = place and w.year = of_year;
  was := coalesce(head.settled, 0);
  if head.sequence > was and whole then
    if behind <= was then
      was := head.sequence;
    else
      whole := (select count(*) < 8 from working_batches b where b.organisation = place and b.year = of_year and b.sequence > was);
    end if;
  end if;
  insert into working_heads (organisation, year, sequence, applied, settled) values (place, of_year, upto, 0, case when whole then was else upto end)
  on conflict (organisation, year) do update set sequence = excluded.sequence, settled = excluded.settled;
  insert into working_batches (organisation, year, sequence, edits, actor, name, at)
  values (place, of_year, upto, lines, by_actor, by_name, done);
  if not whole then
    insert into working_slots (organisation, year, slot, content, revision, actor, name, at, edit)
    select distinct on (line.slot) place, of_year, line.slot, line.after, line.revision, b.actor, b.name, b.at, line.id
    from working_batches b
    cross join lateral jsonb_to_recordset(b.edits::jsonb) as line(id uuid, slot text, revision bigint, after jsonb, passed boolean)
    where b.organisation = place and b.year = of_year and b.sequence > was and line.passed is null
    order by line.slot, line.revision desc
    on conflict (organisation, year, slot) do update
    set content = excluded.content, revision = excluded.revision, actor = excluded.actor, name = excluded.name, at = excluded.at, edit = excluded.edit
    where working_slots.revision < excluded.revision;
  end if;
  if cardinality(fallen) > 0 then
    delete from confirmations c where c.organisation = place and c.year = of_year and c.ledger = any(fallen);
  end if;
end
$$;

-- As before (0007), but the lines of a batch come beside it, one row of text for each batch, and are never opened on the way.
drop function save_together(json);
create function save_together(saves json, lines text) returns text[]
language plpgsql as $$
declare
  rows constant text[] := string_to_array(lines, E'\n');
  save record;
  batch record;
  head record;
  working record;
  key bigint;
  answers text[] := '{}';
begin
  for save in
    select * from json_to_recordset(saves) as each(scope text, place text, year integer, tree text, state text, version integer,
      sequence bigint, applied bigint, confirmed text[], patient boolean, batches json)
  loop
    perform set_config('zhibao.scope', save.scope, true);
    if not row_security_active('working_slots') then
      return null;
    end if;
    key := hashtextextended('return/' || save.place || '/' || save.year, 0);
    if save.patient then
      perform pg_advisory_xact_lock(key);
    elsif not pg_try_advisory_xact_lock(key) then
      answers := answers || 'held'::text;
      continue;
    end if;
    -- Each of these sees what was committed until the lock was had.
    select h.state, h.version into head from return_heads h where h.organisation = save.place and h.year = save.year;
    select w.sequence, w.applied into working from working_heads w where w.organisation = save.place and w.year = save.year;
    if coalesce(head.state, 'none') <> save.state or head.version is distinct from save.version
      or coalesce(working.sequence, 0) <> save.sequence or coalesce(working.applied, 0) <> save.applied
      or tree_stamp() <> save.tree
      or array(select c.ledger from confirmations c where c.organisation = save.place and c.year = save.year order by c.ledger) <> save.confirmed
    then
      answers := answers || 'moved'::text;
      continue;
    end if;
    for batch in
      select * from json_to_recordset(save.batches) as each(upto bigint, line integer, actor text, name text, done text, fallen text[], behind bigint)
    loop
      perform append_edits(save.place, save.year, batch.upto, rows[batch.line], batch.actor, batch.name, batch.done, batch.fallen, batch.behind);
    end loop;
    answers := answers || 'saved'::text;
  end loop;
  return answers;
end
$$;
