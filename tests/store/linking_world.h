// A store of two agencies that share no number for anybody, and a council of made-up people whom
// both describe, with mistakes: for tests of who is who.
#pragma once

#include <map>
#include <random>

#include "identity/link_store.h"
#include "store/store_world.h"

namespace hearth {

// What a row of an agency says of a person.
struct Told {
  std::string agency;  // `schools` or `police`
  std::string number;  // the agency's own
  std::string forename, surname, born, postcode;
  std::string address = {};
  bool is_protected = false;

  std::string line() const;  // without the address
};

class LinkingWorld {
 public:
  explicit LinkingWorld(StoreKind kind);

  // Each agency's rows are a load.
  void load(const std::vector<Told>& rows, const std::string& on = "2025-01-20");
  identity::LinkStoreRequest request() const;  // to link everything there is, on one thread
  identity::LinkStoreAnswer link(const identity::LinkStoreRequest& request) const;
  identity::LinkStoreAnswer link() const { return link(request()); }

  // What the rows of each cluster say, the clusters that later runs formed standing over earlier.
  void take(const identity::LinkStoreAnswer& answer);
  std::vector<std::vector<std::string>> clusters() const;
  // Who each row was first found to be of, by what it says.
  std::map<std::string, std::string> people();
  // A file of the facts that a question would be asked of.
  std::string facts(const std::string& file, const std::string& known = "");

  StoreWorld store;

 private:
  std::map<std::string, Feed> feeds_;
  int files_ = 0;
  std::int64_t loads_ = 0;
  std::map<SightingPlace, std::string> lines_;
  std::map<SightingPlace, std::int64_t> cluster_of_;
  std::int64_t clusters_ = 0;
};

// A test on either kind of casebook; luck is always the same.
class LinkingOnEither : public testing::TestWithParam<StoreKind> {
 protected:
  LinkingOnEither() : world(GetParam()) {}
  void SetUp() override {
    if (!world.store.possible()) GTEST_SKIP() << "there is no PostgreSQL 15 here";
  }
  std::mt19937 luck{20250120};
  LinkingWorld world;
};

// Those from one place to before another, or to the end.
std::vector<Told> some(const std::vector<Told>& rows, std::size_t first, std::size_t last);
// How many events of a kind a run had.
std::ptrdiff_t count(const identity::LinkStoreAnswer& answer, std::string_view what);

// So many people, each told of by one or both agencies, some more than once and with mistakes.
std::vector<Told> made_up_council(std::mt19937& luck, int people);

}  // namespace hearth
