#include "facts/write_facts.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "facts/facts_builder.h"
#include "small_facts.h"

namespace hearth {
namespace {

std::string text_of(const Facts& facts, const Field& field, double value) {
  if (!is_known(value)) return "?";
  if (field.kind == FieldKind::Code) return field.codes[static_cast<std::size_t>(value)];
  if (field.kind == FieldKind::Text) return facts.texts[static_cast<std::size_t>(value)];
  return fmt::format("{}", value);
}

// Everything facts say, line by line; but not where they were read.
std::string everything(const Facts& facts) {
  std::string all;
  for (const auto& p : facts.people) {
    all += fmt::format("{}|{}|{}|{}\n", p.id, to_text(p.born.value_or(kBeginning)), p.sex,
                       to_text(p.died.value_or(kForever)));
  }
  for (const auto& f : facts.families) {
    all += fmt::format("{}|{}|{}|{}|{}\n", f.id, to_text(f.started), f.lead_practitioner,
                       to_text(f.closed.value_or(kForever)), f.close_reason);
  }
  for (const auto& m : facts.members) {
    all +=
        fmt::format("{} {} {} {} {} {}\n", m.family.index, m.person.index, static_cast<int>(m.role),
                    to_text(m.first), to_text(m.last), static_cast<int>(m.residence));
  }
  for (const auto& term : facts.terms.terms()) {
    all += fmt::format("{} {} {}\n", term.name, to_text(term.first), to_text(term.last));
  }
  for (std::size_t type = 0; type < facts.catalogue.record_types.size(); ++type) {
    for (const auto& s : facts.coverage[type]) {
      all += fmt::format("{} {} {}\n", type, to_text(s.first), to_text(s.last));
    }
    for (const auto* table : {&facts.of_people[type], &facts.of_families[type]}) {
      for (std::size_t row = 0; row < table->size(); ++row) {
        all += fmt::format("{} {} {} {} {} {}", type, table->subject[row],
                           to_text(table->start[row]), to_text(table->end_of(row)),
                           to_text(table->known_of(row)), facts.texts[table->source_of(row)]);
        const auto& fields = facts.catalogue.record_types[type].fields;
        for (std::size_t f = 0; f < fields.size(); ++f) {
          all += " " + text_of(facts, fields[f], table->fields[f][row]);
        }
        all += "\n";
      }
    }
  }
  return all;
}

Date a_day() { return Date{*rc::gen::inRange(10000, 20000)}; }

std::optional<Date> perhaps_a_day() {
  return *rc::gen::inRange(0, 2) == 0 ? std::nullopt : std::optional(a_day());
}

std::string a_text() {
  return *rc::gen::element<std::string>("", "a", "a,b", "\"", " x ", "line\nline", "NULL",
                                        "\xC3\xA9", "longer than twelve bytes", "1", "#",
                                        "return\rreturn");
}

double a_value(FactsBuilder& builder, RecordTypeId type, std::size_t field) {
  const auto& declared = builder.catalogue()[type].fields[field];
  if (*rc::gen::inRange(0, 4) == 0) return kNotKnown;
  switch (declared.kind) {
    case FieldKind::Number:
    case FieldKind::Money: return *rc::gen::inRange(0, 300) / 10.0 + 1.0 / 3;
    case FieldKind::Flag: return *rc::gen::inRange(0, 2);
    case FieldKind::Date: return a_day().days;
    case FieldKind::Code:
      if (!declared.open) return *rc::gen::inRange(0, 2);
      return static_cast<double>(builder.open_code(type, FieldId(field), "c" + a_text()));
    case FieldKind::Text: return builder.text("t" + a_text());
  }
  return kNotKnown;
}

void add_records(FactsBuilder& builder, RecordTypeId type, std::uint32_t people) {
  const auto& declared = builder.catalogue()[type];
  const auto rows = *rc::gen::inRange<std::uint32_t>(0, 8);
  for (std::uint32_t row = 0; row < rows; ++row) {
    Record record;
    record.start = a_day();
    record.end = declared.has_end() ? record.start + *rc::gen::inRange(0, 100) : record.start;
    if (declared.shape == Shape::Spell && *rc::gen::inRange(0, 3) == 0) record.end = kForever;
    record.known = perhaps_a_day().value_or(kBeginning);
    const auto source = fmt::format("{}{}", row, a_text());  // no two rows are the same
    record.source = source;
    record.lineage = {0, row};
    for (std::size_t f = 0; f < declared.fields.size(); ++f) {
      record.fields.push_back(a_value(builder, type, f));
    }
    // A school term is tested with parts above the whole elsewhere.
    if (!declared.checks.empty()) record.fields = {300, 1, 2};
    if (*rc::gen::inRange(0, 3) == 0) {
      builder.add_record(type, FamilyId(0), record);
    } else {
      builder.add_record(type, PersonId(*rc::gen::inRange<std::uint32_t>(0, people)), record);
    }
  }
}

Person a_person(std::uint32_t number) {
  Person person;
  person.id = fmt::format("P{}{}", number, a_text());
  person.born = perhaps_a_day();
  person.died = Date{30000};
  person.sex = a_text();
  return person;
}

Family a_family(std::string id) {
  Family family;
  family.id = std::move(id);
  family.started = a_day();
  family.assessed = perhaps_a_day();
  family.lead_practitioner = a_text();
  family.closed = Date{30000};
  family.close_reason = a_text();
  return family;
}

Facts random_facts() {
  FactsBuilder builder(small_catalogue());
  const auto people = *rc::gen::inRange<std::uint32_t>(1, 5);
  builder.add_family(a_family("F,1"));
  builder.add_family(a_family("F2"));
  for (std::uint32_t i = 0; i < people; ++i) {
    builder.add_person(a_person(i));
    Member member;
    member.family = FamilyId(i % 2);
    member.person = PersonId(i);
    member.role = static_cast<Role>(*rc::gen::inRange(0, 5));
    member.residence = static_cast<Residence>(*rc::gen::inRange(0, 3));
    if (const auto first = perhaps_a_day()) member.first = *first;
    if (*rc::gen::inRange(0, 2) == 0) member.last = Date{20000};
    builder.add_member(member);
  }
  const auto autumn = a_day();
  builder.set_terms(TermCalendar({{"autumn", autumn, autumn + 90}}));
  for (std::size_t type = 0; type < builder.catalogue().record_types.size(); ++type) {
    add_records(builder, RecordTypeId(type), people);
    const auto first = a_day();
    builder.add_coverage(RecordTypeId(type), {first, first + *rc::gen::inRange(0, 400)});
  }
  return std::move(builder).build();
}

void expect_back(const Facts& facts, FileFormat format) {
  const TemporaryFolder folder;
  const auto written = write_facts(facts, folder.path().string(), format);
  ASSERT_TRUE(written) << written.error().message;
  const auto read = read_facts(folder.path().string(), small_catalogue(), {}).value();
  EXPECT_TRUE(read.diagnostics.empty()) << to_text(read.diagnostics);
  EXPECT_EQ(everything(read.facts), everything(facts));
}

// A few facts of growing size only, since each round brings a dozen files to the disk.
class WriteRandomFacts : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  Facts facts = rc::gen::exec(random_facts)(rc::Random(GetParam()), 30).value();
};

TEST_P(WriteRandomFacts, ComesBackFromCsv) { expect_back(facts, FileFormat::Csv); }
TEST_P(WriteRandomFacts, ComesBackFromParquet) { expect_back(facts, FileFormat::Parquet); }
INSTANTIATE_TEST_SUITE_P(WriteFacts, WriteRandomFacts, ::testing::Range<std::uint64_t>(1, 9));

TEST(WriteFacts, ReplacesWhatTheFolderHeldBefore) {
  SmallFolder folder;
  folder.write("suspension.parquet", "stale");
  folder.write("debt.csv", "stale");
  folder.write("notes.txt", "somebody else's");
  SmallFolder other;
  other.write("suspension.csv", "person_id,date\nP1,2024-01-01\n");
  ASSERT_TRUE(write_facts(other.read().facts, folder.path().string(), FileFormat::Csv));
  const auto read = folder.read();
  EXPECT_EQ(read.facts.of_people[0].size(), 1u);
  EXPECT_EQ(read.diagnostics.list().size(), 1u) << to_text(read.diagnostics);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "notes.txt"));
}

TEST(WriteFacts, IsPlainToRead) {
  SmallFolder other;
  other.write("statement.csv", "person_id,date,topic,signed\nP1,2024-01-01,first,yes\n");
  const TemporaryFolder folder;
  ASSERT_TRUE(write_facts(other.read().facts, folder.path().string(), FileFormat::Csv));
  EXPECT_EQ(folder.read("statement.csv"),
            "person_id,date,known_on,source,topic,about,signed\nP1,2024-01-01,,,first,,yes\n");
}

TEST(WriteFacts, FailsWhereNoFolderCanBe) {
  const TemporaryFolder folder;
  folder.write("taken", "");
  const auto facts = SmallFolder().read().facts;
  EXPECT_FALSE(write_facts(facts, (folder.path() / "taken").string(), FileFormat::Csv));
}

}  // namespace
}  // namespace hearth
