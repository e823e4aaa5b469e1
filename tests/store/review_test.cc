// A review: which pairs are put to somebody, what is shown of them, and that the decisions bind.
#include <set>

#include "identity/why.h"
#include "intake/workbook.h"
#include "store/copy_store.h"
#include "store/review_world.h"

namespace hearth {
namespace {

INSTANTIATE_TEST_SUITE_P(Either, Reviews, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

std::string part_of(const ZipFile& zip, const std::string& part) {
  std::string text;
  const auto next = zip.bytes(part);
  for (auto piece = next(); piece && !piece->empty(); piece = next()) text += *piece;
  return text;
}

TEST_P(Reviews, put_first_what_changes_most_and_stop_where_they_are_told_to) {
  const auto all = review();
  ASSERT_GT(all.pairs.size(), 10u);
  EXPECT_EQ(all.in_all, all.pairs.size());
  bool changes = true;
  std::size_t at_stake = SIZE_MAX;
  for (const auto& [pair, a, b, hides] : all.pairs) {
    EXPECT_GE(link::probability(pair.bits), all.model.doubt_from * 0.999);
    EXPECT_LT(link::probability(pair.bits), all.model.doubt_to);
    EXPECT_TRUE(changes || !pair.changes) << "what changes nothing comes last";
    EXPECT_TRUE(!pair.changes || pair.at_stake <= at_stake);
    at_stake = pair.changes ? pair.at_stake : SIZE_MAX;
    changes = pair.changes;
    EXPECT_NEAR(pair.explained.total, pair.bits, 0.001);
  }
  const auto few = review(3);
  ASSERT_EQ(few.pairs.size(), 3u);
  EXPECT_EQ(few.in_all, all.in_all);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(few.pairs[i].pair.a, all.pairs[i].pair.a);
}

TEST_P(Reviews, leave_a_trace_of_who_looked_at_whom) {
  const auto seen = review(2);
  std::set<std::string> people;
  for (const auto& reviewed : seen.pairs) {
    people.insert({reviewed.pair.person_a, reviewed.pair.person_b});
  }
  const auto text = dump();
  EXPECT_NE(text.find("\nlook 1|2025-02-03|a.reader|link review|"), std::string::npos);
  for (const auto& person : people) {
    EXPECT_NE(text.find("\nlook_person 1|" + person + "\n"), std::string::npos) << person;
  }
  EXPECT_EQ(std::ranges::count(text.substr(text.find("\nlook_person")), '\n'),
            static_cast<std::ptrdiff_t>(people.size()) + 1);
  EXPECT_TRUE(world.store.faults().empty());
  auto store = Store::open_to_load(world.store.address, *parse_date("2025-02-05"), [] {});
  ASSERT_TRUE(store->casebook.session().run("update look set said_by = 'nobody'").has_value());
  ASSERT_EQ(world.store.faults().size(), 1u);
  EXPECT_NE(world.store.faults()[0].find("casebook, look 1:"), std::string::npos);
}

TEST_P(Reviews, in_a_workbook_offer_a_list_of_decisions_and_explain_themselves) {
  const auto pairs = sheet();
  const auto zip = ZipFile::open(book());
  ASSERT_TRUE(zip.has_value());
  EXPECT_NE(part_of(*zip, "xl/worksheets/sheet1.xml").find("same,different,leave"),
            std::string::npos);
  EXPECT_EQ(Workbook::open(book())->sheets(), (std::vector<std::string>{"pairs", "how to decide"}));
  const auto row = chosen(pairs).two;
  const auto told = review().pairs[row];
  for (const std::string name : {"forename", "surname", "birth date", "postcode"}) {
    EXPECT_FALSE(pairs.cell(row, name + " A").empty()) << name;
    EXPECT_FALSE(pairs.cell(row, name + " agrees").empty()) << name;
  }
  EXPECT_EQ(pairs.cell(row, "probability"), identity::probability_text(told.pair.bits));
  EXPECT_EQ(pairs.cell(row, "sighting A"), identity::sighting_name(told.pair.a));
}

// The same two in both agencies: one has a protected address, and her mother lives there too.
TEST_P(Reviews, show_no_protected_address_and_nothing_of_who_lives_at_one) {
  const std::string secret = "7 Hidden Row", open = "12 Open Street";
  world.load({{"schools", "s901", "Beatrix", "Quill", "2011-05-09", "XH77 7ZZ", secret, true},
              {"police", "p902", "Beatrix", "Quill", "2011-05-09", "XH77 7ZZ", secret},
              {"schools", "s903", "Ottilie", "Quill", "1985-02-03", "XH77 7ZZ", "7 HIDDEN ROW"},
              {"police", "p904", "Ottilie", "Quill", "1985-02-03", "XH77 7ZZ", "7 Hidden Row"},
              {"schools", "s905", "Leopold", "Quarrie", "2012-08-01", "XH88 8ZZ", open},
              {"police", "p906", "Leopold", "Quarrie", "2012-08-01", "XH88 8ZZ", open}});
  request.retrain = true;  // no address was known before
  world.link(request);
  const auto pairs = sheet();
  const auto texts = pairs.all_texts();
  EXPECT_NE(texts.find("Beatrix"), std::string::npos) << "names are needed to decide";
  EXPECT_NE(texts.find("Ottilie"), std::string::npos);
  EXPECT_NE(texts.find(open), std::string::npos);
  for (const std::string part : {"idden", "IDDEN", "XH77 7ZZ"}) {
    EXPECT_EQ(texts.find(part), std::string::npos) << part;
  }
  const auto text = identity::review_text(review());
  EXPECT_EQ(text.find("idden"), std::string::npos);
  EXPECT_NE(text.find("protected"), std::string::npos);
  const auto row = pairs.find("forename A", "Beatrix");
  ASSERT_LT(row, pairs.rows());
  EXPECT_EQ(pairs.cell(row, "address A"), "protected");
  EXPECT_EQ(pairs.cell(row, "postcode agrees"), "");
}

// What is hidden must not be what the other weights lack to the sum.
TEST_P(Reviews, say_no_weight_and_no_sum_of_a_pair_whose_address_is_protected) {
  const std::string secret = "7 Hidden Row";
  world.load({{"schools", "s901", "Beatrix", "Quill", "2011-05-09", "XH77 7ZZ", secret, true},
              {"police", "p902", "Beatrix", "Quill", "2011-05-09", "XH77 7ZZ", secret}});
  request.retrain = true;
  world.link(request);
  auto pairs = sheet();
  const auto row = pairs.find("forename A", "Beatrix");
  ASSERT_LT(row, pairs.rows());
  EXPECT_EQ(pairs.cell(row, "prior, bits"), "");
  EXPECT_EQ(pairs.cell(row, "in all, bits"), "");
  EXPECT_EQ(pairs.cell(row, "forename agrees"), "exact");
  const auto seen = review();
  const auto& told = seen.pairs[row];
  ASSERT_TRUE(told.hides_where);
  EXPECT_EQ(pairs.cell(row, "probability"),
            identity::folded_probability(seen.model, told.pair.bits));
  EXPECT_EQ(identity::agreement_words(seen.model, told, "forename"), "exact");
  pairs.decide(row, "same");
  const auto shown = pairs.cell(row, "probability");
  pairs.set(row, "probability", "0 to below 0.1");
  EXPECT_TRUE(import(pairs).diagnostics.has_errors()) << "it is not as it was looked at";
  pairs.set(row, "probability", shown);
  EXPECT_FALSE(import(pairs).diagnostics.has_errors()) << "it can be decided on all the same";
}

identity::Why why_of(const LinkingWorld& world, const std::string& a, const std::string& b) {
  auto found =
      identity::why({world.store.address, "a.reader", *parse_date("2025-02-03"), 0, [] {}}, {a, b});
  EXPECT_TRUE(found.has_value()) << found.error().message;
  return found ? std::move(*found) : identity::Why{};
}

TEST_P(Reviews, explain_two_sightings_as_they_were_compared) {
  const auto all = review();
  for (const auto& reviewed : {all.pairs.front(), all.pairs.back()}) {
    const auto& pair = reviewed.pair;
    const auto why =
        why_of(world, identity::sighting_name(pair.b), identity::sighting_name(pair.a));
    ASSERT_EQ(why.refused, "");
    EXPECT_EQ(why.compared, 1u);
    EXPECT_NEAR(why.pair->pair.bits, pair.bits, 0.001);
    EXPECT_EQ(why.pair->pair.person_a, pair.person_b);
    const auto text = identity::why_text(why);
    EXPECT_NE(text.find(" of " + pair.person_a + "\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\nprior "), std::string::npos) << text;
    EXPECT_NE(text.find("probability that they are one person: "), std::string::npos) << text;
    EXPECT_EQ(text.find(reviewed.a.values[2]), std::string::npos) << "it shows no value";
  }
}

TEST_P(Reviews, explain_two_people_by_their_likeliest_pair_and_leave_a_trace) {
  const auto all = review();
  const auto two = std::ranges::find_if(all.pairs, [](const identity::ReviewedPair& reviewed) {
    return reviewed.pair.person_a != reviewed.pair.person_b;
  });
  ASSERT_NE(two, all.pairs.end());
  const auto why = why_of(world, two->pair.person_a, two->pair.person_b);
  ASSERT_EQ(why.refused, "");
  EXPECT_GE(why.pair->pair.bits, two->pair.bits - 0.001);
  EXPECT_EQ(why.pair->pair.person_a, two->pair.person_a);
  EXPECT_EQ(why.pair->pair.person_b, two->pair.person_b);
  const auto text = dump();
  EXPECT_NE(text.find("\nlook 2|2025-02-03|a.reader|link why|"), std::string::npos);
  EXPECT_NE(text.find("\nlook_person 2|" + two->pair.person_a + "\n"), std::string::npos);
  EXPECT_NE(text.find("\nlook_person 2|" + two->pair.person_b + "\n"), std::string::npos);
}

TEST_P(Reviews, explain_nothing_of_what_is_not_there_or_is_one_and_leave_no_trace) {
  const auto name = identity::sighting_name(review().pairs.front().pair.a);
  const auto before = dump();
  for (const std::string wrong :
       {"P999999999", "000001-001.parquet:999999", "000001-001.parquet:1 ", "nobody", ""}) {
    EXPECT_NE(why_of(world, name, wrong).refused.find("the second is no person"), std::string::npos)
        << wrong;
    EXPECT_NE(why_of(world, wrong, name).refused.find("the first is no person"), std::string::npos)
        << wrong;
  }
  EXPECT_NE(why_of(world, name, name).refused.find("one sighting"), std::string::npos);
  EXPECT_EQ(dump(), before);
}

TEST_P(Reviews, explain_a_pair_whose_address_is_protected_without_it_and_without_weights) {
  const std::string secret = "7 Hidden Row";
  world.load({{"schools", "s901", "Beatrix", "Quill", "2011-05-09", "XH77 7ZZ", secret, true},
              {"police", "p902", "Beatrix", "Quill", "2011-05-09", "XH77 7ZZ", secret}});
  request.retrain = true;
  world.link(request);
  const auto all = review();
  const auto hidden = std::ranges::find_if(
      all.pairs, [](const identity::ReviewedPair& reviewed) { return reviewed.hides_where; });
  ASSERT_NE(hidden, all.pairs.end());
  const auto text = identity::why_text(why_of(world, identity::sighting_name(hidden->pair.a),
                                              identity::sighting_name(hidden->pair.b)));
  EXPECT_NE(text.find("an address is protected"), std::string::npos) << text;
  EXPECT_NE(text.find("forename       exact\n"), std::string::npos) << text;
  for (const std::string never : {"postcode", "address ", "prior", "+", "idden"}) {
    EXPECT_EQ(text.find(never, text.find("worth\n")), std::string::npos) << never << "\n" << text;
  }
}

TEST_P(Reviews, decisions_bind_later_runs_whatever_the_model) {
  auto pairs = sheet();
  const auto rows = chosen(pairs);
  const auto one = pairs.cell(rows.two, "person A"), other = pairs.cell(rows.two, "person B");
  pairs.decide(rows.two, " Same ");
  pairs.decide(rows.one, "different");
  pairs.decide(0, rows.two == 0 || rows.one == 0 ? pairs.cell(0, "decision") : "leave");
  const auto imported = import(pairs);
  ASSERT_FALSE(imported.diagnostics.has_errors()) << to_text(imported.diagnostics);
  EXPECT_EQ(std::tuple(imported.same, imported.different, imported.merged, imported.split),
            std::tuple(1u, 1u, 1u, 1u));
  EXPECT_EQ(people().find(std::max(one, other)), std::string::npos) << "her id rests";
  const auto decided = people();

  request.anew = true;
  EXPECT_TRUE(world.link(request).run.events.empty()) << "nothing is proposed against it";
  request.retrain = true;
  request.model.doubt_to = 0.95;
  for (const auto& event : world.link(request).run.events) {
    // Another model may propose something of others, and do nothing by itself.
    if (event.what == "merge_proposed") {
      EXPECT_NE(std::set({event.person, event.other}),
                std::set({pairs.cell(rows.one, "person A"), pairs.cell(rows.one, "person B")}));
      continue;
    }
    EXPECT_TRUE(event.what == "doubted" || event.what == "doubt_ended") << event.what;
  }
  EXPECT_EQ(people(), decided);

  const auto said = dump().find("|split|" + pairs.cell(rows.one, "person A") + "|");
  ASSERT_NE(said, std::string::npos);
  const auto parted = dump().substr(said + 7, 21);  // `P000000003|P000000108`
  request.retrain = false;
  request.given = true;
  request.model.link_at = 0.3;
  const auto another = world.link(request);
  EXPECT_EQ(another.run.model, 3);
  for (const auto& event : another.run.events) {
    EXPECT_FALSE(event.what == "merge_proposed" && event.person + "|" + event.other == parted);
  }
  EXPECT_EQ(people(), decided);
  EXPECT_TRUE(world.store.faults().empty());
}

TEST_P(Reviews, decisions_can_be_undone_with_all_that_followed) {
  const auto before = people();
  auto pairs = sheet();
  const auto rows = chosen(pairs);
  pairs.decide(rows.two, "same");
  pairs.decide(rows.one, "different");
  const auto imported = import(pairs);
  ASSERT_NE(people(), before);
  identity::DecideRequest undo{world.store.address,
                               imported.first_event + 1,
                               identity::Verdict::Undo,
                               "j.smith",
                               "wrong",
                               *parse_date("2025-02-05"),
                               [] {}};
  const auto refused = identity::decide(undo)->refused;
  EXPECT_NE(refused.find("it follows from decision"), std::string::npos) << refused;
  undo.event = imported.first_event;
  ASSERT_EQ(identity::decide(undo)->refused, "");
  undo.event = imported.first_event + 2;
  ASSERT_EQ(identity::decide(undo)->refused, "");
  EXPECT_EQ(people(), before);
  EXPECT_EQ(identity::decide(undo)->refused, "this decision is undone already");
  pairs.decide(rows.two, "different");
  pairs.decide(rows.one, "same");
  EXPECT_FALSE(import(pairs).diagnostics.has_errors()) << "they are open again";
  EXPECT_TRUE(world.store.faults().empty());
}

TEST_P(Reviews, what_was_decided_is_not_asked_again_and_goes_into_copies) {
  auto pairs = sheet();
  const auto rows = chosen(pairs);
  pairs.decide(rows.two, "different");
  pairs.decide(rows.one, "same");
  ASSERT_FALSE(import(pairs).diagnostics.has_errors());
  const auto again = sheet();
  for (const auto row : {rows.two, rows.one}) {
    for (std::size_t i = 0; i < again.rows(); ++i) {
      EXPECT_FALSE(again.cell(i, "sighting A") == pairs.cell(row, "sighting A") &&
                   again.cell(i, "sighting B") == pairs.cell(row, "sighting B"));
    }
  }
  auto store = Store::open_to_read(world.store.address);
  const auto copy = world.store.folder.path() / "copy";
  ASSERT_TRUE(back_up(*store, copy, *parse_date("2025-02-06"), [](auto, auto) {}).has_value());
  auto copied = Store::open_to_read(copy.string());
  std::string text;
  ASSERT_TRUE(dump_casebook(*copied, [&](std::string_view line) {
    text += line;
    return true;
  }));
  EXPECT_EQ(text, dump());
}

TEST_P(Reviews, a_link_is_doubtful_until_somebody_says_that_it_is_right) {
  const auto before = dump();
  auto pairs = sheet();
  const auto rows = chosen(pairs);
  const auto person = pairs.cell(rows.one, "person A");
  ASSERT_NE(before.find("|doubted|" + person + "|"), std::string::npos);
  const auto ended = "|doubt_ended|" + person + "|";
  EXPECT_EQ(before.find(ended), std::string::npos);
  pairs.decide(rows.one, "same");
  ASSERT_FALSE(import(pairs).diagnostics.has_errors());
  EXPECT_NE(dump().find(ended), std::string::npos);
}

}  // namespace
}  // namespace hearth
