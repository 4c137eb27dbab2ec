// From pasted text to Markdown that reads as the same words, and what is refused.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/run.hpp"
#include "import/draft.hpp"
#include "import/labels.hpp"
#include "import/markdown_text.hpp"
#include "import/paragraphs.hpp"
#include "import/proposed_events.hpp"
#include "read/markdown/markdown.hpp"
#include "support/docx.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <sstream>

using namespace pressrum;
using namespace pressrum::test;

namespace {

std::string forms_of(std::string_view text) {
    std::string out;
    for (const Block& block : read_paragraphs(text).blocks) {
        constexpr std::string_view kNames[] = {"p", "title", "h", "bullet", "hyphen", "number", "table"};
        out += (out.empty() ? "" : " ") + std::string(kNames[static_cast<std::size_t>(block.form)]) + "{" + block.text() + "}";
    }
    return out;
}

// The words that Markdown reads, in one line.
std::string read_words(const std::string& markdown) {
    Sources sources;
    Diagnostics found;
    const FileId file = sources.add("a.md", markdown);
    const Body body = read_markdown(sources, {file, 0, static_cast<std::uint32_t>(markdown.size())}, found);
    std::string out;
    for (std::uint32_t i = 0; i < body.size(); i = std::max(body[i].end, i + 1)) out += plain_text(body, i) + " ";
    return squeeze(out);
}

struct Ran {
    int status;
    std::string out, err;
};
Ran import_bytes(const std::string& bytes, const char* name = "in.txt") {
    const TempFolder temp;
    temp.write("site/site.yaml",
               "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: sv\ntimezone: Europe/Stockholm\n");
    temp.write("site/people.yaml", "karin-alm:\n  name: Karin Alm\n  role: kommunalråd\n");
    temp.write(name, bytes);
    std::ostringstream out, err;
    const int status = run({"import", "--root", temp.path().string(), "--now", "2024-05-02T09:20", temp.at(name)}, out, err);
    return {status, out.str(), replace_all(err.str(), temp.path().string(), "")};
}

}  // namespace

TEST_CASE("text is cut into blocks whatever its line ends and bullets are") {
    struct {
        std::string text, blocks;
    } const cases[] = {
        {"Ett\r\n\r\nTvå\rTre\u2028Fyra\u2029Fem", "p{Ett} p{Två} p{Tre} p{Fyra} p{Fem}"},
        {"by\u00ADgga\u200B till", "p{bygga till}"},
        {"10\u00A0000\u00A0kronor till\u00A0alla", "p{10\u00A0000\u00A0kronor till alla}"},
        {"• ett\n·\ttvå\no\ttre\n* fyra\n- fem", "bullet{ett} bullet{två} bullet{tre} bullet{fyra} hyphen{fem}"},
        {"ost och vin\no också", "p{ost och vin} p{o också}"},
        {"1. ett\n2. två\n3) tre", "number{ett} number{två} number{tre}"},
        {"2. maj är det dags.", "p{2. maj är det dags.}"},
        {"12. maj\n\n4. juni", "p{12. maj} p{4. juni}"},
        {"-5 grader", "p{-5 grader}"},
        {"\t  indraget\ttext  ", "p{indraget text}"},
        {"", ""},
        {" \n\t\n\u00A0", ""},
    };
    for (const auto& [text, blocks] : cases) {
        INFO(text);
        CHECK(forms_of(text) == blocks);
    }
}

TEST_CASE("lines that were wrapped are joined, lines that were not are paragraphs") {
    CHECK(forms_of("Det här är en rad som är bruten av ett program\neftersom den inte fick plats på bredden av en\nskärm.\nNy rad.") ==
          "p{Det här är en rad som är bruten av ett program eftersom den inte fick plats på bredden av en skärm.} p{Ny rad.}");
    CHECK(forms_of("Presstjänsten\nStora torget 1\n980 10 Ekinge") == "p{Presstjänsten} p{Stora torget 1} p{980 10 Ekinge}");
}

TEST_CASE("a mail's head, quotation and signature are set aside and not lost") {
    const ReleaseText release =
        read_paragraphs("Hej!\n\nFrom: A\nSubject: Fwd: Nytt bad\nTo: B\n\n> Nytt bad\n>\n> Badet är klart.\n\n-- \nA\n");
    REQUIRE(release.blocks.size() == 2);
    CHECK(release.blocks[0].text() == "Nytt bad");
    CHECK(release.subject == "Nytt bad");
    CHECK(release.aside == std::vector<std::string>{"Hej!", "From: A", "Subject: Fwd: Nytt bad", "To: B", "--", "A"});
    // One line that looks like a field is no head.
    CHECK(read_paragraphs("Till: alla som bor här\n\nVälkomna.").aside.empty());
}

TEST_CASE("Markdown reads exactly the words that were pasted") {
    const std::string pieces[] = {"#",
                                  "##",
                                  "1.",
                                  "2)",
                                  "+",
                                  "-",
                                  "*",
                                  "**",
                                  "_",
                                  "__",
                                  "`",
                                  "~~",
                                  "[",
                                  "]",
                                  "(",
                                  ")",
                                  "!",
                                  "<b>",
                                  "<",
                                  ">",
                                  "&amp;",
                                  "&",
                                  ";",
                                  "\\",
                                  "|",
                                  "---",
                                  "===",
                                  ":",
                                  "a",
                                  "b1",
                                  "ö",
                                  "–",
                                  " ",
                                  " ",
                                  " ",
                                  "[x]:",
                                  "https://a.example/b_c",
                                  "kl.",
                                  "10",
                                  "”",
                                  "\"",
                                  "![",
                                  "](",
                                  "x@y.example",
                                  "{",
                                  "}"};
    std::mt19937 random(7);
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (int n = 0; n < 12; ++n) text += pieces[random() % std::size(pieces)];
        text = squeeze(text);
        if (text.empty()) continue;
        INFO(text);
        const std::string markdown = to_markdown(std::vector<Run>{{text}});
        INFO(markdown);
        REQUIRE(read_words(markdown) == text);
        REQUIRE(read_words("- " + markdown) == text);
    }
}

TEST_CASE("a day and a place in front of it are a date line, a sentence is none") {
    const DateNames names(Lexicon("sv", {}));
    struct {
        std::string line, place, day;
    } const cases[] = {
        {"2024-05-02", "", "2/5 2024"},
        {"Publicerad 2 maj 2024", "", "2/5 2024"},
        {"Ekinge 2 maj 2024", "Ekinge", "2/5 2024"},
        {"Ekinge den 2 maj", "Ekinge", "2/5"},
        {"Västra Ekinge, 2024-05-02", "Västra Ekinge", "2/5 2024"},
        {"torsdag 2 maj 2024 kl. 10.00", "", "2/5 2024"},
    };
    for (const auto& [line, place, day] : cases) {
        INFO(line);
        const auto read = read_date_line(line, names);
        REQUIRE(read);
        CHECK(read->place == place);
        CHECK(std::to_string(read->day.day) + "/" + std::to_string(read->day.month) +
                  (read->day.year ? " " + std::to_string(*read->day.year) : "") ==
              day);
    }
    for (const char* line : {"Vi öppnar den 2 maj", "Sista dag är 2 maj 2024", "Ekinge", "2 maj till 4 maj", "publicerad i maj"}) {
        INFO(line);
        CHECK_FALSE(read_date_line(line, names));
    }
}

TEST_CASE("an event is named by its own sentence, and of an endless one by what stands near the day") {
    const DateNames names(Lexicon("sv", {}));
    const auto proposed = [&](const std::string& paragraph) {
        std::vector<ProposedEvent> events;
        propose_events(paragraph, "Rubriken", names, {}, events);
        REQUIRE(events.size() == 1);
        CHECK_FALSE(find_text_fault(events[0].sentence));
        return events[0];
    };
    const ProposedEvent near = proposed("Ett dialogmöte hålls den 7 maj 2024 klockan 18 i Aulan.");
    CHECK(near.title == "Dialogmöte");
    CHECK(near.sentence == "Ett dialogmöte hålls den 7 maj 2024 klockan 18 i Aulan.");
    // The words between are of two bytes each, so that one of the two texts is cut within a letter.
    for (const std::string begin : {"Ett dialogmöte ", "Ett dialogmöte, "}) {
        const auto with_words_between = [&](int count) {
            std::string text = begin;
            for (int i = 0; i < count; ++i) text += "å";
            return proposed(text + " 7 maj 2024 klockan 18.");
        };
        CHECK(with_words_between(150).title == "Dialogmöte");
        CHECK(with_words_between(150).sentence.starts_with("Ett"));
        const ProposedEvent far = with_words_between(250);
        CHECK(far.title == "Rubriken");
        CHECK_FALSE(far.sure_title);
        CHECK(far.sentence.starts_with("å"));
        CHECK(far.sentence.ends_with("klockan 18."));
    }
}

TEST_CASE("a place ends before the word that tells what happens there") {
    const DateNames names(Lexicon("sv", {}));
    const auto place = [&](const std::string& paragraph) {
        std::vector<ProposedEvent> events;
        propose_events(paragraph, "Rubriken", names, {}, events);
        REQUIRE(events.size() == 1);
        return events[0].location;
    };
    for (const std::string word :
         {"är",    "blir", "hålls", "håller vi", "börjar", "öppnar", "startar", "inleds", "is",  "starts", "begins",
          "opens", "och",  "där",   "som",       "för",    "med",    "till",    "från",   "när", "efter",  "innan",
          "om",    "att",  "så",    "and",       "for",    "with",   "to",      "on",     "from"}) {
        INFO(word);
        CHECK(place("Mötet på Stora Torget " + word + " kommer den 7 maj 2024 klockan 18.") == "Stora Torget");
    }
    for (const std::string word : {"kl 18", "klockan 18", "den stora dagen"}) {
        INFO(word);
        CHECK(place("Den 7 maj 2024 är det möte på Stora Torget " + word) == "Stora Torget");
    }
    for (const std::string word : {"i", "på", "vid", "in", "at"}) {
        INFO(word);
        CHECK(place("Mötet " + word + " Stora Torget den 7 maj 2024 klockan 18.") == "Stora Torget");
    }
    CHECK(place("Mötet i Västerledsskolans gamla matsal, den 7 maj 2024 klockan 18.") == "Västerledsskolans gamla matsal");
}

TEST_CASE("what cannot be imported is refused with what to do, and nothing is written") {
    struct {
        std::string bytes, said;
    } const cases[] = {
        {"", "har ingen text"},
        {" \n\n", "har ingen text"},
        {std::string("abc\0def", 7), "är ingen text"},
        {"\x89PNG\r\n\x1a\n\1\2", "är inte"},
        {"Vi bygger p\xE5 \xF6n.", "är inte sparad som UTF-8; öppna filen, välj \"Spara som\" och teckenkodningen UTF-8"},
        {"\xD0\xCF\x11\xE0\xA1\xB1", "spara det som .docx, eller klistra in texten"},
        {"{\\rtf1 text}", "spara det som .docx, eller klistra in texten"},
        {"%PDF-1.4", "är en PDF"},
        {"PK\x03\x04", "är skadad"},
        {std::string(2 * 1024 * 1024, 'a'), "är för stor"},
        {"a\x01"
         "b",
         "är ingen text"},
    };
    for (const auto& [bytes, said] : cases) {
        INFO(said);
        const Ran ran = import_bytes(bytes);
        CHECK(ran.status == 2);
        CHECK(ran.out == "");
        INFO(ran.err);
        CHECK(ran.err.find(said) != std::string::npos);
    }
    CHECK(import_bytes("x", "annan.txt").status == 0);
    std::ostringstream out, err;
    CHECK(run({"import", "finns-inte.txt", "--messages", "sv"}, out, err) == 2);
    CHECK(err.str().find("det finns ingen fil \"finns-inte.txt\"") != std::string::npos);
    CHECK(run({"import", "--messages", "sv"}, out, err) == 2);
    CHECK(err.str().find("import behöver en fil") != std::string::npos);
}

TEST_CASE("UTF-16 with its mark is read, and a post is never written over") {
    const TempFolder temp;
    temp.write("site/site.yaml",
               "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: sv\ntimezone: Europe/Stockholm\n");
    temp.write("in.txt", std::string("\xFF\xFEN\0y\0 \0b\0r\0o\0\n\0\n\0K\0l\0a\0r\0.\0", 28));
    std::ostringstream out, err;
    const std::vector<std::string> words = {"import", "--root", temp.path().string(), "--now", "2024-05-02T09:20", temp.at("in.txt")};
    CHECK(run(words, out, err) == 0);
    CHECK(out.str() == temp.at("posts/2024/05/ny-bro.md") + "\n");
    const std::string text = temp.read("posts/2024/05/ny-bro.md");
    CHECK(run(words, out, err) == 2);
    CHECK(err.str().find("ny-bro.md finns redan") != std::string::npos);
    CHECK(temp.read("posts/2024/05/ny-bro.md") == text);
}

TEST_CASE("a long text of nothing but one kind of line is imported in a moment") {
    for (const std::string line :
         {"– Ja.\n\n", "- Ja, säger Karin Alm.\n", "– a:\n", "Kontakt:\n", "Foto: Maria Ek\n\n", "Publicerad\n", "> ", "1. a\n",
          "Rubrik\n\n", "Den 7 maj kl 9 ", "[", "säger ", "a, säger Bo Ek. ", "Från: a\n", "• x\n", "\u00AD", "2 maj"}) {
        INFO(line);
        std::string text = "Rubrik\n\n";
        while (text.size() + line.size() < 100'000) text += line;
        text += "\n\nKlart.\n";
        const Ran ran = import_bytes(text);
        CHECK(ran.status == 0);
    }
}

TEST_CASE("a text is in the language that it begins in, whatever follows") {
    // A list of streets has none of the small words that tell a language.
    const auto imported = [](int streets, const std::string& closing, const std::string& opening = "") {
        std::string text = opening;
        for (int i = 1; i <= streets; ++i) text += "Ekbacken " + std::to_string(i) + "\n\n";
        return import_bytes(text + closing).err;
    };
    const std::string english = "The streets of the list are closed for the summer, and the council of Ekinge is sorry for that.\n";
    const std::string swedish =
        "Gatorna är avstängda för att rören och kablarna på båda sidor av torget ska bytas, och det tar en månad.\n";
    const auto is_asked = [&](int streets, const std::string& closing, const std::string& opening = "") {
        return imported(streets, closing, opening).find("texten är på ett annat språk (en)") != std::string::npos;
    };
    CHECK(is_asked(1, english));
    CHECK(is_asked(58, english));
    CHECK(is_asked(59, english));  // the sixtieth paragraph is the last that is asked
    CHECK_FALSE(is_asked(60, english));
    CHECK_FALSE(is_asked(61, english));
    CHECK_FALSE(is_asked(200, english));
    CHECK(is_asked(59, swedish, english + "\n"));
    CHECK_FALSE(is_asked(57, english, swedish + "\n"));
    CHECK_FALSE(is_asked(58, english + "\n" + swedish));
    CHECK(is_asked(59, english + "\n" + swedish));
}

TEST_CASE("what a document has beside its text is asked for in the language of messages") {
    const std::string picture = "<w:r><w:drawing><a/></w:drawing></w:r>", note = "<w:r><w:footnoteReference/></w:r>";
    const auto asked = [&](const std::string& beside, const std::string& language) {
        const TempFolder temp;
        temp.write("site/site.yaml",
                   "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: sv\ntimezone: Europe/Stockholm\n");
        temp.write("in.docx",
                   docx_of(docx_paragraph("Title", docx_run("Ny bro")) + docx_paragraph("", docx_run("Bron är klar.") + beside)));
        std::ostringstream out, err;
        run({"import", "--root", temp.path().string(), "--now", "2024-05-02T09:20", "--messages", language, temp.at("in.docx")}, out, err);
        return err.str();
    };
    const auto holds = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };
    const std::string sv = asked("", "sv"), en = asked("", "en");
    CHECK_FALSE(holds(sv, "dokumentet har"));
    CHECK_FALSE(holds(en, "the document has"));
    CHECK(holds(asked(picture, "sv"), ": dokumentet har en bild som inte följde med; spara den som fil bredvid inlägget\n"));
    CHECK(holds(asked(picture, "en"), ": the document has a picture that was not taken along; save it as a file beside the post\n"));
    CHECK(holds(asked(picture + picture, "sv"), ": dokumentet har 2 bilder som inte följde med; spara dem som filer bredvid inlägget\n"));
    CHECK(holds(asked(picture + picture, "en"),
                ": the document has 2 pictures that were not taken along; save them as files beside the post\n"));
    CHECK(holds(asked(note, "sv"), ": dokumentet har fotnoter eller textrutor (1) som inte följde med\n"));
    CHECK(holds(asked(note + note, "en"), ": the document has footnotes or text boxes (2) that were not taken along\n"));
}
