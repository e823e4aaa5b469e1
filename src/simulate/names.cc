#include "simulate/names.h"

#include <array>
#include <vector>

#include "base/text.h"

namespace hearth {
namespace {

struct NameList {
  std::string_view origin;
  int percent;  // of families
  std::string_view girls;
  std::string_view boys;
  std::string_view surnames;
};

// Roughly by how common they are: the front of a list is drawn far more often than its end.
constexpr std::array<NameList, kNameOrigins> kLists = {{
    {"british", 75,
     "Olivia Amelia Isla Emily Sophie Jessica Chloe Charlotte Grace Lucy Katherine Elizabeth Megan "
     "Hannah Rebecca Laura Sarah Emma Amy Gemma Victoria Stephanie Jennifer Samantha Kelly Nicola "
     "Rachel Danielle Abigail Eleanor Natasha Alexandra Margaret Paige Bethany Leanne Stacey "
     "Imogen "
     "Caitlin Ruby Zoë Freya Willow Ivy Harriet Tracy Donna Joanne Lorraine Philippa Rosalind",
     "Oliver Jack Harry George Thomas James William Daniel Joshua Matthew Christopher Michael "
     "David "
     "Robert Andrew Benjamin Samuel Joseph Alexander Ryan Liam Connor Luke Adam Jordan Kieran "
     "Lewis "
     "Nathan Callum Aaron Stephen Anthony Edward Charlie Alfie Archie Freddie Leo Noah Tyler Mason "
     "Lee Darren Craig Gary Wayne Scott Rhys Gareth Dominic Barnaby Rupert",
     "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans "
     "Walker "
     "White Roberts Green Hall Wood Jackson Clarke Hughes Edwards Harris Lewis Martin Cooper Hill "
     "Ward Turner Morris Parker Bennett Cook Shaw Price Bell Murphy Collins Kelly Ellis Mason Hunt "
     "Rogers Gray O'Brien Barker Fletcher Holmes Powell Marsh Pearson Dixon Harvey Spencer"},
    {"eastern_european", 6,
     "Zofia Julia Anna Maria Oliwia Katarzyna Magdalena Agnieszka Natalia Wiktoria Ioana Andreea "
     "Elena Daria Milena Kinga Karolina Monika Gabriela Alina",
     "Jakub Jan Piotr Tomasz Michal Mateusz Krzysztof Pawel Andrei Alexandru Ionut Marcin Lukasz "
     "Kacper Szymon Filip Adrian Bogdan Stefan Tadas",
     "Nowak Kowalski Wisniewski Wojcik Kaminski Lewandowski Müller Popescu Ionescu Popa Dumitru "
     "Szymanski Wozniak Dabrowski Mazur Kazlauskas Petrov Ivanov Krawczyk Stan"},
    {"muslim", 8,
     "Aisha Fatima Maryam Zainab Khadija Amina Sana Ayesha Hafsa Noor Samina Shabana Nasreen Sadia "
     "Rukhsana Farzana Layla Yasmin Iqra Halima",
     "Muhammad Ahmed Ali Omar Yusuf Ibrahim Hassan Hamza Bilal Imran Usman Abdullah Khalid Tariq "
     "Zain Rashid Nasir Mustafa Kareem Faisal",
     "Khan Ahmed Ali Hussain Begum Malik Hussein Akhtar Iqbal Mahmood Shah Miah Rahman Chowdhury "
     "Mirza Aziz Sheikh Qureshi Bibi Uddin"},
    {"indian", 4,
     "Priya Anjali Simran Kavita Neha Pooja Harpreet Jasmine Meera Sunita Divya Aarti Gurpreet "
     "Manpreet Nisha Rekha",
     "Arjun Rohan Raj Amit Sanjay Vikram Gurpreet Harjit Jaspreet Anil Ravi Dev Manish Nikhil "
     "Sandeep Kiran",
     "Patel Singh Kaur Sharma Shah Gill Kumar Desai Mistry Sandhu Dhillon Chauhan Joshi Reddy Nair "
     "Bhatt"},
    {"african", 5,
     "Blessing Grace Esther Abigail Chiamaka Amara Ngozi Efua Abena Akosua Hodan Fartun Folake "
     "Temitope Precious Mercy",
     "Emmanuel Samuel Daniel Chidi Kwame Kofi Tunde Segun Abdi Mohamed Joseph Emeka Babatunde "
     "Kwaku "
     "Yaw Tendai",
     "Mensah Okafor Adeyemi Owusu Boateng Abdi Okonkwo Mohamed Balogun Asante Eze Adebayo Osei "
     "Moyo "
     "Ncube Hassan"},
    {"chinese", 2, "Li Mei Xin Yan Jing Ying Hui Ling Wei Fang Min Xiu",
     "Wei Jun Ming Hao Lei Jian Feng Chen Tao "
     "Kai Yong Bo",
     "Chen Li Wang Zhang Wong Chan Lin Liu Yang Lam Cheung Huang"},
}};

constexpr std::string_view kSurnameStarts =
    "Ash Brad Cald Dun East Fair Green Hart Ing Kirk Lang Mar Nor Old Pem Rad Stan Thorn Under "
    "Wake "
    "West Whit Win Wood Yar";
constexpr std::string_view kSurnameEnds =
    "bury by combe den field ford ham hurst ley low man more ridge shaw stead ston ton wick worth "
    "yard";
constexpr std::string_view kStreetStarts =
    "Alder Birch Bracken Cedar Chapel Church Clover Elm Fern Forge Hazel Heath High Hollow Larch "
    "Mill Orchard Park Quarry Rowan School Station Stone Thistle Vicarage Wharf Willow";
constexpr std::string_view kStreetEnds =
    "Road Street Close Avenue Lane Drive Way Court Gardens Crescent Grove Place";
constexpr std::string_view kTowns = "Brackenford Hollowmere Thornwick Larchester Eastwater";

constexpr std::string_view kNicknames =
    "Katherine=Kate Elizabeth=Beth Rebecca=Becky Samantha=Sam Jennifer=Jenny Victoria=Vicky "
    "Stephanie=Steph Danielle=Dani Abigail=Abbie Eleanor=Ellie Natasha=Tash Alexandra=Alex "
    "Margaret=Maggie Joanne=Jo Philippa=Pippa Charlotte=Lottie Jessica=Jess Thomas=Tom James=Jim "
    "William=Bill Daniel=Dan Joshua=Josh Matthew=Matt Christopher=Chris Michael=Mike David=Dave "
    "Robert=Bob Andrew=Andy Benjamin=Ben Samuel=Sam Joseph=Joe Alexander=Alex Nathan=Nate "
    "Stephen=Steve Anthony=Tony Edward=Ted Muhammad=Mo Mohamed=Mo Ibrahim=Ibby Gurpreet=Guri "
    "Katarzyna=Kasia Magdalena=Magda Agnieszka=Aga Krzysztof=Krzys Alexandru=Alex Emmanuel=Manny "
    "Temitope=Temi Babatunde=Tunde";

const std::vector<std::string_view>& words(std::string_view list) {
  static std::vector<std::pair<std::string_view, std::vector<std::string_view>>> known;
  for (const auto& [text, parts] : known) {
    if (text.data() == list.data()) return parts;
  }
  known.reserve(64);  // nothing handed out may move
  return known.emplace_back(list, split(list, ' ')).second;
}

std::string common_one(std::string_view list, Random& chance) {
  const auto& all = words(list);
  return std::string(
      all[static_cast<std::size_t>(chance.front_heavy(static_cast<int>(all.size())))]);
}

std::string any_one(std::string_view list, Random& chance) {
  return std::string(chance.pick(std::span<const std::string_view>(words(list))));
}

const NameList& list_of(NameOrigin origin) { return kLists[static_cast<std::size_t>(origin)]; }

}  // namespace

std::string_view to_text(NameOrigin origin) { return list_of(origin).origin; }

NameOrigin pick_origin(Random& chance) {
  int roll = chance.below(100);
  for (std::size_t i = 0; i < kLists.size(); ++i) {
    if (roll < kLists[i].percent) return static_cast<NameOrigin>(i);
    roll -= kLists[i].percent;
  }
  return NameOrigin::British;
}

std::string make_forename(NameOrigin origin, bool female, Random& chance) {
  return common_one(female ? list_of(origin).girls : list_of(origin).boys, chance);
}

std::string make_surname(NameOrigin origin, Random& chance) {
  if (origin == NameOrigin::British && chance.percent(45)) {
    return any_one(kSurnameStarts, chance) + any_one(kSurnameEnds, chance);
  }
  return common_one(list_of(origin).surnames, chance);
}

std::string make_street(Random& chance) {
  return any_one(kStreetStarts, chance) + ' ' + any_one(kStreetEnds, chance);
}

std::string make_town(Random& chance) { return any_one(kTowns, chance); }

std::string_view nickname(std::string_view forename) {
  for (const auto& pair : words(kNicknames)) {
    const auto equals = pair.find('=');
    if (pair.substr(0, equals) == forename) return pair.substr(equals + 1);
  }
  return {};
}

}  // namespace hearth
