// What a run keeps in `links/`, to do less the next time: nothing depends on it.
#include <fstream>

#include "store/linking_world.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class Links : public LinkingOnEither {};
INSTANTIATE_TEST_SUITE_P(Either, Links, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(Links, that_are_gone_are_made_anew) {
  const auto rows = made_up_council(luck, 120);
  world.load(some(rows, 0, 150));
  world.take(world.link());
  world.load(some(rows, 150, 170));
  world.take(world.link());
  for (const auto& entry : fs::directory_iterator(world.store.place / "links")) {
    std::ofstream(entry.path(), std::ios::trunc) << "spoilt";
  }
  world.load(some(rows, 170, 190));
  const auto answer = world.link();
  EXPECT_TRUE(answer.everything);
  std::ptrdiff_t expected = 0;
  for (const auto* what :
       {"founded", "attached", "merge_proposed", "split_proposed", "doubted", "doubt_ended"}) {
    expected += count(answer, what);
  }
  EXPECT_EQ(std::ssize(answer.run.events), expected);
  world.take(answer);
  const auto clusters = world.clusters();
  auto request = world.request();
  request.anew = true;
  world.take(world.link(request));
  EXPECT_EQ(clusters, world.clusters());
  EXPECT_FALSE(world.link().changed);
}

// As where a run over everything was killed after it wrote them: whose rows are, it had not said.
TEST_P(Links, of_a_run_that_never_was_are_not_gone_by) {
  const auto rows = made_up_council(luck, 120);
  world.load(some(rows, 0, 150));
  world.take(world.link());
  const auto links = fs::path(world.store.place) / "links";
  const auto keys = links / "000001-000002.keys";
  ASSERT_TRUE(fs::exists(keys)) << "each agency's rows are a load";
  // The run's seal is 64 bytes in the head, after the make, the probe, three numbers and a seal.
  std::fstream(keys, std::ios::in | std::ios::out | std::ios::binary).seekp(104) << "another";
  world.load(some(rows, 150, 170));
  const auto answer = world.link();
  EXPECT_TRUE(answer.everything);
  EXPECT_EQ(answer.known, world.people().size());
  EXPECT_FALSE(world.link().changed);
}

}  // namespace
}  // namespace hearth
