#include "link/linked_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>

#include "link/read_model.h"
#include "link/waterfall.h"

namespace hearth::link {
namespace {

namespace fs = std::filesystem;

Model general() {
  std::stringstream text;
  text << std::ifstream(fs::path(HEARTH_SOURCE_DIR) / "models/people-uk.toml").rdbuf();
  return *read_model({"people-uk.toml", text.str()}).model;
}

}  // namespace

Folder::Folder() : path_(fs::temp_directory_path() / ("hearth-link-" + std::to_string(getpid()))) {
  fs::create_directories(path_);
}

Folder::~Folder() { fs::remove_all(path_); }

fs::path Folder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ / name, std::ios::binary) << text;
  return path_ / name;
}

std::vector<std::size_t> in_order(std::size_t size) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

RowNumber Answer::row_of(const std::string& id) const {
  for (RowNumber row = 0; row < prepared.sightings.size(); ++row) {
    if (prepared.sightings.row_ids[row] == id) return row;
  }
  ADD_FAILURE() << "no row " << id;
  return 0;
}

std::uint32_t Answer::cluster_of(const std::string& id) const {
  return linked.clusters.of_row[row_of(id)];
}

std::string Answer::why(const std::string& a, const std::string& b) const {
  return waterfall(prepared, row_of(a), row_of(b));
}

std::size_t Answer::largest() const {
  std::size_t most = 0;
  for (const auto& person : people) most = std::max(most, person.size());
  return most;
}

Answer link_files(const Paths& paths, int threads) {
  LinkQuestion question;
  question.inputs = paths;
  question.model = general();
  question.draft = true;
  question.threads = threads;
  const auto quiet = [](std::string_view) {};
  auto prepared = prepare(question, quiet);
  EXPECT_TRUE(prepared) << prepared.error().message;
  auto linked = link_people(*prepared, question, quiet, [](std::size_t, std::size_t) {});
  std::map<std::uint32_t, std::set<std::string>> groups;
  const auto& sightings = prepared->sightings;
  for (RowNumber row = 0; row < sightings.size(); ++row) {
    groups[linked.clusters.of_row[row]].insert(sightings.inputs[sightings.input_of[row]] + ":" +
                                               std::string(sightings.row_ids[row]));
  }
  People people;
  for (auto& [number, rows] : groups) people.insert(std::move(rows));
  auto said = to_text(prepared->diagnostics);
  return {std::move(*prepared), std::move(linked), std::move(people), std::move(said)};
}

}  // namespace hearth::link
