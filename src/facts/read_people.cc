#include "facts/read_people.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.h"
#include "facts/remembered_id.h"

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

Lineage lineage_of(const RowReader& row, std::uint32_t file) {
  return {file, static_cast<std::uint32_t>(row.row_number())};
}

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
  file.check_header({{"person_id"}, {"birth_date", "sex", "death_date"}});
  const auto id = file.column("person_id");
  const auto born = file.column("birth_date");
  const auto sex = file.column("sex");
  const auto died = file.column("death_date");
  const auto index = builder.file(file.account().file());
  builder.expect_people(std::min<std::size_t>(file.rows(), kMostExpected));
  return file.each_row([&](RowReader& row) {
    Person person;
    person.id = row.needed_text(id);
    person.born = row.date(born);
    person.died = row.date(died);
    person.sex = row.text(sex);
    person.lineage = lineage_of(row, index);
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
  });
}

Result<void> read_families(FactsFile& file, FactsBuilder& builder) {
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
    family.started = row.needed_date(started);
    family.assessed = row.date(assessed);
    family.plan_agreed = row.date(agreed);
    family.lead_practitioner = row.text(lead);
    family.closed = row.date(closed);
    family.close_reason = row.text(reason);
    family.lineage = lineage_of(row, index);
    if (row.good() && family.closed && *family.closed < family.started) {
      row.refuse(kClosedBeforeStart, closed);
    }
    if (row.good() && builder.find_family(family.id)) row.refuse(kDuplicateId, id);
    if (row.good()) builder.add_family(std::move(family));
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
    member.lineage = lineage_of(row, index);
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
