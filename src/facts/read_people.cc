#include "facts/read_people.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <tuple>

#include "base/text.h"
#include "facts/remembered_id.h"
#include "facts/sound_chunk.h"

namespace hearth {
namespace {

constexpr std::size_t kMostExpected = 1 << 24;  // what a file promises need not be true

const std::vector<std::string> kRoles = {"parent", "child", "adult", "expectant", "other"};

Role read_role(RowReader& row, const Column& column) {
  const auto text = row.text(column);
  const auto found = std::ranges::find(kRoles, text);
  if (found != kRoles.end()) return static_cast<Role>(found - kRoles.begin());
  const auto hint = [&] {
    const auto near = nearest(text, kRoles);
    return near.empty() ? "use one of " + join(kRoles, ", ")
                        : fmt::format("did you mean `{}`?", near);
  };
  if (!text.empty()) row.refuse_with(hint, kUndeclaredCode, column);
  return Role::Other;
}

Residence residence_of(std::optional<bool> resident) {
  if (!resident) return Residence::NotKnown;
  return *resident ? Residence::Resident : Residence::Elsewhere;
}

Lineage lineage_of(std::int64_t row, std::uint32_t file) {
  return {file, static_cast<std::uint32_t>(row)};
}

struct PeopleColumns {
  Column id, born, sex, died;
};

// Takes people of sound rows whose ids ascend, a chunk as a whole or nothing of it. Only as long as
// all before were taken so: then no id can be there already.
class SoundPeople {
 public:
  SoundPeople(const PeopleColumns& columns, FactsBuilder& builder, std::uint32_t file)
      : columns_(columns), builder_(builder), file_(file) {}

  bool take(const Chunk& chunk, std::span<const std::int64_t> rows) {
    all_taken_ = all_taken_ && is_sound(chunk);
    if (all_taken_) add(chunk, rows);
    return all_taken_;
  }

 private:
  bool is_text(const Chunk& chunk, const Column& column) const {
    return chunk.type(*column.at) == ColumnType::Text;
  }

  bool is_sound(const Chunk& chunk) {
    const auto& [id, born, sex, died] = columns_;
    if (!id.at || !is_text(chunk, id) || !all_known(chunk, *id.at)) return false;
    if (sex.at && !is_text(chunk, sex)) return false;
    born_.resize(chunk.size());
    died_.resize(chunk.size());
    if (!take_dates(chunk, born, kBeginning, born_)) return false;
    if (!take_dates(chunk, died, kForever, died_)) return false;
    const auto ids = chunk.texts(*id.at);
    const auto count = static_cast<std::uint32_t>(builder_.person_count());
    auto before = count > 0 ? builder_.person_id(count - 1) : std::string_view();
    for (std::size_t row = 0; row < chunk.size(); ++row) {
      if (!(before < ids[row].view()) || died_[row] < born_[row]) return false;
      before = ids[row].view();
    }
    return true;
  }

  void add(const Chunk& chunk, std::span<const std::int64_t> rows) {
    const auto ids = chunk.texts(*columns_.id.at);
    const auto unless = [](Date day, Date unknown) {
      return day == unknown ? std::nullopt : std::optional(day);
    };
    for (std::size_t row = 0; row < chunk.size(); ++row) {
      const auto sex = columns_.sex.at ? chunk.text(*columns_.sex.at, row) : std::string_view();
      [[maybe_unused]] const bool is_new = builder_.add_new_person(
          {std::string(ids[row].view()), unless(born_[row], kBeginning),
           unless(died_[row], kForever), std::string(sex), lineage_of(rows[row], file_)});
      assert(is_new);
    }
  }

  const PeopleColumns& columns_;
  FactsBuilder& builder_;
  std::uint32_t file_;
  bool all_taken_ = true;
  std::vector<Date> born_, died_;  // of the chunk at hand
};

auto everything_of(const Member& member) {
  return std::tuple(member.family, member.first, member.person, member.last, member.role,
                    member.residence);
}

// By family and, within a family, by the day they came, which is the order Facts keep. A file
// mostly has a family's rows together, so only those few are sorted.
void put_in_order(std::vector<Member>& members) {
  if (!std::ranges::is_sorted(members, {}, &Member::family)) {
    std::ranges::stable_sort(members, {}, &Member::family);
  }
  for (auto first = members.begin(); first != members.end();) {
    const auto end = std::find_if(
        first, members.end(), [&](const Member& member) { return member.family != first->family; });
    std::ranges::sort(first, end, {}, [](const Member& member) {
      return std::tuple(everything_of(member), member.lineage.row);
    });
    first = end;
  }
}

// Keeps each membership once: of rows that say the same, the first.
void set_aside_repeated(std::vector<Member>& members, FileAccount& account) {
  std::size_t kept = 0;
  for (const auto& member : members) {
    if (kept > 0 && everything_of(members[kept - 1]) == everything_of(member)) {
      account.note(kDuplicateRow, member.lineage.row, {}, members[kept - 1].lineage.row);
      account.set_aside_kept();
    } else {
      members[kept++] = member;
    }
  }
  members.resize(kept);
}

}  // namespace

Result<void> read_people(FactsFile& file, FactsBuilder& builder, std::vector<std::int64_t>& rows) {
  // `doubtful` is a word of an export to its reader: nothing is judged by it.
  file.check_header({{"person_id"}, {"birth_date", "sex", "death_date", "doubtful"}});
  const PeopleColumns columns{file.column("person_id"), file.column("birth_date"),
                              file.column("sex"), file.column("death_date")};
  const auto& [id, born, sex, died] = columns;
  const auto index = builder.file(file.account().file());
  builder.expect_people(std::min<std::size_t>(file.rows(), kMostExpected));
  const auto read = [&](RowReader& row) {
    Person person;
    person.id = row.needed_text(id);
    person.born = row.date(born);
    person.died = row.date(died);
    person.sex = row.text(sex);
    person.lineage = lineage_of(row.row_number(), index);
    if (person.born && person.died && *person.died < *person.born) {
      row.refuse(kDiesBeforeBirth, died);
    }
    if (!row.good()) return false;
    if (!builder.add_new_person(std::move(person))) {
      row.refuse(kDuplicateId, id);
      return false;
    }
    rows.push_back(row.row_number());
    return true;
  };
  SoundPeople sound(columns, builder, index);
  return file.each_row(read, [&](const Chunk& chunk, std::span<const std::int64_t> chunk_rows) {
    if (!sound.take(chunk, chunk_rows)) return false;
    rows.insert(rows.end(), chunk_rows.begin(), chunk_rows.end());
    return true;
  });
}

Result<void> read_families(FactsFile& file, FactsBuilder& builder, NotStarted& not_started) {
  file.check_header(
      {{"family_id", "started_on"},
       {"assessed_on", "plan_agreed_on", "lead_practitioner", "closed_on", "close_reason"}});
  const auto id = file.column("family_id");
  const auto started = file.column("started_on");
  const auto assessed = file.column("assessed_on");
  const auto agreed = file.column("plan_agreed_on");
  const auto lead = file.column("lead_practitioner");
  const auto closed = file.column("closed_on");
  const auto reason = file.column("close_reason");
  const auto index = builder.file(file.account().file());
  builder.expect_families(std::min<std::size_t>(file.rows(), kMostExpected));
  return file.each_row([&](RowReader& row) {
    Family family;
    family.id = row.needed_text(id);
    const auto begun = not_started.begin_on ? row.date(started) : row.needed_date(started);
    family.assessed = row.date(assessed);
    family.plan_agreed = row.date(agreed);
    family.lead_practitioner = row.text(lead);
    family.closed = row.date(closed);
    family.close_reason = row.text(reason);
    family.lineage = lineage_of(row.row_number(), index);
    const auto on = not_started.begin_on.value_or(kBeginning);
    family.started = begun.value_or(std::min(on, family.closed.value_or(on)));
    if (row.good() && family.closed && *family.closed < family.started) {
      row.refuse(kClosedBeforeStart, closed);
    }
    if (!row.good()) return false;
    const auto before = builder.family_count();
    const auto added = builder.add_family(std::move(family));
    if (builder.family_count() == before) row.refuse(kDuplicateId, id);
    if (row.good() && !begun) not_started.families.push_back(added);
    return row.good();
  });
}

Result<void> read_members(FactsFile& file, FactsBuilder& builder, std::vector<bool>& in_a_family) {
  file.check_header({{"family_id", "person_id", "role"}, {"start_date", "end_date", "resident"}});
  const auto family_id = file.column("family_id");
  const auto person_id = file.column("person_id");
  const auto role = file.column("role");
  const auto start = file.column("start_date");
  const auto end = file.column("end_date");
  const auto resident = file.column("resident");
  const auto index = builder.file(file.account().file());
  std::vector<Member> members;
  members.reserve(std::min<std::size_t>(file.rows(), kMostExpected));
  RememberedId<PersonIds> people(builder);
  RememberedId<FamilyIds> families(builder);
  const auto read = [&](RowReader& row) {
    const auto family_text = row.needed_text(family_id);
    const auto person_text = row.needed_text(person_id);
    Member member;
    member.family.index = families.index(family_text);
    member.person.index = people.index(person_text);
    if (!family_text.empty() && !member.family.exists()) row.refuse(kUnknownFamily, family_id);
    if (!person_text.empty() && !member.person.exists()) row.refuse(kUnknownPersonId, person_id);
    member.role = read_role(row, role);
    member.first = row.date(start).value_or(kBeginning);
    member.last = row.date(end).value_or(kForever);
    member.residence = residence_of(row.flag(resident));
    member.lineage = lineage_of(row.row_number(), index);
    if (row.good() && member.last < member.first) row.refuse(kEndsBeforeStart, end);
    if (!row.good()) return false;
    in_a_family[member.person.index] = true;
    members.push_back(member);
    return true;
  };
  HEARTH_TRY(file.each_row(read));
  put_in_order(members);
  set_aside_repeated(members, file.account());
  builder.set_members(std::move(members));
  return {};
}

void note_people_in_no_family(FileAccount& people, const std::vector<std::int64_t>& rows,
                              const std::vector<bool>& in_a_family) {
  for (std::size_t person = 0; person < rows.size(); ++person) {
    if (in_a_family[person]) continue;
    people.note(kPersonInNoFamily, rows[person], "person_id");
    people.set_aside_kept();
  }
}

}  // namespace hearth
