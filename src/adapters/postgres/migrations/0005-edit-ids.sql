-- An edit that is sent again is known by the slot in which it stands (docs/decisions/0012): no index entry for each edit.
-- Where something else stands there by now, the batches since the revision that its sender saw are searched for it.

alter table working_slots add column edit uuid;
update working_slots s set edit = line.id
from working_batches b cross join lateral jsonb_to_recordset(b.edits::jsonb) as line(id uuid, slot text, revision bigint, passed boolean)
where b.organisation = s.organisation and b.year = s.year and line.slot = s.slot and line.revision = s.revision and line.passed is null;
drop function look_up_edits(text, integer, text[], text[], text[], text[], uuid[]);
drop table taken_edits;

-- All that deciding on edits of one return needs: how it stands, what is in the slots, which of the edits (`ids`, each with its
-- slot and the revision that was seen) were taken before: `last` where they stand, `searched` where another followed. Asked
-- with the return locked; each statement in here sees what was committed until then. Up to twelve slots their pieces are
-- taken out of the newest version here, for more the whole document is given, unless all of them were edited since.
create function look_up_edits(place text, of_year integer, names text[], kinds text[], ledgers text[], keys text[], ids uuid[], id_slots text[], bases bigint[]) returns json
language plpgsql as $$
declare
  few constant boolean := cardinality(names) <= 12;
  head record;
  working record;
  filed jsonb;
  found json;
  pieces json;
  last json;
  unsure uuid[];
  since bigint;
  searched json;
begin
  select h.state, h.version into head from return_heads h where h.organisation = place and h.year = of_year;
  select w.sequence, w.applied into working from working_heads w where w.organisation = place and w.year = of_year;
  with here as materialized (
    select w.slot, w.revision, w.name, w.at, w.revision > working.applied as fresh, w.content, w.edit
    from working_slots w where w.organisation = place and w.year = of_year and w.slot = any(names)
  ), asked as materialized (
    select a.id, a.slot, a.base, h.revision, coalesce(h.edit = a.id, false) as stands
    from unnest(ids, id_slots, bases) as a(id, slot, base) join here h on h.slot = a.slot
    where h.edit = a.id or a.base <> h.revision
  )
  select
    (select json_agg(json_build_array(h.slot, h.revision, h.name, h.at, h.fresh, case when h.fresh then h.content end)) from here h),
    (select json_agg(json_build_object('id', a.id, 'slot', a.slot, 'revision', a.revision)) from asked a where a.stands),
    (select array_agg(a.id) from asked a where not a.stands),
    (select min(case when a.base < a.revision then a.base else 0 end) from asked a where not a.stands)
  into found, last, unsure, since;
  if unsure is not null then
    select json_agg(json_build_object('id', line.id, 'slot', line.slot, 'revision', line.revision)) into searched
    from working_batches b cross join lateral jsonb_to_recordset(b.edits::jsonb) as line(id uuid, slot text, revision bigint)
    where b.organisation = place and b.year = of_year and b.sequence >= since and line.id = any(unsure)
      and (cardinality(unsure) > 12 or exists (select from unnest(unsure) as each(id) where strpos(lower(b.edits), each.id::text) > 0));
  end if;
  if head.version is not null then
    select r.document into filed from returns r where r.organisation = place and r.year = of_year and r.version = head.version;
    if few then
      select json_object_agg(s.name, case s.kind
        when 'form' then filed #> array['forms', s.ledger, s.key]
        when 'row' then (select line from jsonb_array_elements(filed #> array['registers', s.ledger]) as line where line ->> 'id' = s.key limit 1)
        when 'none' then case when filed #> array['registers', s.ledger] = '[]' then 'true'::jsonb end
        when 'material' then (select line from jsonb_array_elements(filed -> 'materials') as line where line ->> 'id' = s.key limit 1)
        when 'explanation' then filed #> array['explanations', s.key]
      end) into pieces
      from unnest(names, kinds, ledgers, keys) as s(name, kind, ledger, key);
      filed := null;
    elsif (select count(*) from json_array_elements(found) as line where (line ->> 4)::boolean) = cardinality(names) then
      filed := null;
    end if;
  end if;
  return json_build_object(
    'kind', (select o.kind from organisations o where o.code = place),
    'open', exists (select from cycles c join lineage l on l.ancestor = c.organisation and l.year = c.year
      where c.year = of_year and l.organisation = place),
    'state', coalesce(head.state, 'none'), 'version', head.version,
    'sequence', coalesce(working.sequence, 0), 'applied', coalesce(working.applied, 0),
    'requested', case when head.state = 'returned' then (
      select json_agg(json_build_object('slot', r.slot, 'reason', r.reason) order by r.slot) from requested_slots r
      where r.organisation = place and r.year = of_year and r.version = head.version) end,
    'confirmations', (select json_agg(json_build_object('ledger', c.ledger, 'name', c.name, 'at', c.at) order by c.ledger)
      from confirmations c where c.organisation = place and c.year = of_year),
    'found', found, 'pieces', pieces, 'whole', filed,
    'last', last, 'searched', searched
  );
end
$$;

-- Takes a batch of edits; `upto` is the return's sequence afterwards, `fallen` the ledgers whose confirmation falls.
create or replace function append_edits(place text, of_year integer, upto bigint, lines text, by_actor text, by_name text, done text, fallen text[]) returns void
language plpgsql as $$
begin
  insert into working_heads (organisation, year, sequence, applied) values (place, of_year, upto, 0)
  on conflict (organisation, year) do update set sequence = excluded.sequence;
  insert into working_batches (organisation, year, sequence, edits, actor, name, at)
  values (place, of_year, upto, lines, by_actor, by_name, done);
  with line as materialized (
    select * from jsonb_to_recordset(lines::jsonb) as line(id uuid, slot text, revision bigint, after jsonb, passed boolean)
  )
  insert into working_slots (organisation, year, slot, content, revision, actor, name, at, edit)
  select place, of_year, line.slot, line.after, line.revision, by_actor, by_name, done, line.id from line where line.passed is null
  on conflict (organisation, year, slot) do update
  set content = excluded.content, revision = excluded.revision, actor = excluded.actor, name = excluded.name, at = excluded.at, edit = excluded.edit
  where working_slots.revision < excluded.revision;
  if cardinality(fallen) > 0 then
    delete from confirmations c where c.organisation = place and c.year = of_year and c.ledger = any(fallen);
  end if;
end
$$;
