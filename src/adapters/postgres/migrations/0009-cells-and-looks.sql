-- What was edited after `since`, and how the return stands, as before (0004). Where nothing was edited, as open pages are told
-- nearly always, no plan is begun; where little was, the batches say all there is to be told.
create or replace function look_for_changes(place text, of_year integer, since bigint) returns json
language plpgsql as $$
declare
  upto constant bigint := coalesce((select w.sequence from working_heads w where w.organisation = place and w.year = of_year), 0);
  changed json;
begin
  if upto > since + 200 then
    changed := (
      select json_agg(json_build_object('slot', w.slot, 'content', w.content, 'revision', w.revision, 'name', w.name, 'at', w.at) order by w.revision)
      from standing_slots w where w.organisation = place and w.year = of_year and w.revision > since);
  elsif upto > since then
    changed := (
      select json_agg(json_build_object('slot', e.slot, 'content', e.after, 'revision', e.revision, 'name', e.name, 'at', e.at) order by e.revision)
      from (
        select distinct on (line.slot) line.slot, line.after, line.revision, b.name, b.at
        from working_batches b
        cross join lateral jsonb_to_recordset(b.edits::jsonb) as line(slot text, revision bigint, after jsonb, passed boolean)
        where b.organisation = place and b.year = of_year and b.sequence > since and line.revision > since and line.passed is null
        order by line.slot, line.revision desc
      ) as e);
  end if;
  return json_build_object(
    'sequence', upto,
    'state', coalesce((select h.state from return_heads h where h.organisation = place and h.year = of_year), 'none'),
    'lines', changed
  );
end
$$;

-- Takes a batch of edits, as before (0008); where no whole form waits to be spread, a cell that is typed goes straight into its slot.
create or replace function append_edits(place text, of_year integer, upto bigint, lines text, by_actor text, by_name text, done text, fallen text[], behind bigint) returns void
language plpgsql as $$
declare
  head record;
  was bigint;
  waiting boolean;
  whole boolean := behind is not null;
begin
  select w.sequence, w.settled into head from working_heads w where w.organisation = place and w.year = of_year;
  was := coalesce(head.settled, 0);
  waiting := coalesce(head.sequence > was, false);
  if waiting and whole then
    if behind <= was then
      was := head.sequence;
    else
      whole := (select count(*) < 8 from working_batches b where b.organisation = place and b.year = of_year and b.sequence > was);
    end if;
  end if;
  insert into working_heads (organisation, year, sequence, applied, settled) values (place, of_year, upto, 0, case when whole then was else upto end)
  on conflict (organisation, year) do update set sequence = excluded.sequence, settled = excluded.settled;
  if waiting and not whole then
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
  insert into working_batches (organisation, year, sequence, edits, actor, name, at)
  values (place, of_year, upto, lines, by_actor, by_name, done);
  if not whole then
    insert into working_slots (organisation, year, slot, content, revision, actor, name, at, edit)
    select place, of_year, line.slot, line.after, line.revision, by_actor, by_name, done, line.id
    from jsonb_to_recordset(lines::jsonb) as line(id uuid, slot text, revision bigint, after jsonb, passed boolean) where line.passed is null
    on conflict (organisation, year, slot) do update
    set content = excluded.content, revision = excluded.revision, actor = excluded.actor, name = excluded.name, at = excluded.at, edit = excluded.edit
    where working_slots.revision < excluded.revision;
  end if;
  if cardinality(fallen) > 0 then
    delete from confirmations c where c.organisation = place and c.year = of_year and c.ledger = any(fallen);
  end if;
end
$$;
