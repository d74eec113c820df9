using WalkBuddyBot.Conversation.Content;

namespace WalkBuddyBot.Tests.Conversation.Content;

/// <summary>Every rule, each broken once in an otherwise sound copy: one mistake, in the right file and line.</summary>
public sealed class ContentMistakeTests : IDisposable
{
    private const string Core = "topics/core-muscles.md";
    private readonly ContentCopy _copy = new();

    /// <summary>File, what it held, what it holds now, how many lines below the change the mistake stands, and a piece of what is said.</summary>
    public static TheoryData<string, string, string, int, string> Broken => new()
    {
        // The shape of a topic's file.
        { Core, "---\nid: core-muscles", "id: core-muscles", 0, "YAML head" },
        { Core, "order: 5", "order: [5", 0, "cannot be read" },
        { Core, "order: 5", "order: five", 0, "whole number" },
        { Core, "order: 5", "order: 14", 0, "order 14 is taken by \"causes\"" },
        { Core, "order: 5\n", "order: 5\norder: 5\n", 1, "uplicate" },
        { Core, "id: core-muscles", "id: core-muscle", 0, "not the file's name" },
        { Core, "title: Core muscles", "title: The muscles around the middle", 0, "a button holds 28" },
        { Core, "title: Core muscles", "titel: Core muscles", 0, "unknown field \"titel\"" },
        { Core, "title: Core muscles", "title: \"\"", 0, "expected a text" },
        { Core, "section: Walking Strengthens Core Muscles\n", "", -3, "\"section\" is missing" },
        { Core, "questions:\n", "questions: none\nothers:\n", 0, "expected a list" },
        { Core, "words:\n", "words: []\nothers:\n", 0, "the list \"words\" is empty" },
        { Core, "## More", "## Less", -5, "heading \"## More\" is missing" },
        { Core, "See it as a start, not as a full strength plan.", "It is a start. It is light. It is no plan.", -1, "5 sentences" },
        { Core, "See it as a start", "\n\nSee it as a start", 2, "one paragraph" },

        // References and claims.
        { Core, "follow-ups: [flexibility,", "follow-ups: [flexibilty,", 0, "\"flexibilty\" is no topic" },
        { Core, "follow-ups: [flexibility,", "follow-ups: [core-muscles,", 0, "the topic itself" },
        { Core, ", leg-muscles-balance, causes]", "]", 0, "1 follow-ups" },
        { Core, "claims: [core-muscles.1,", "claims: [flexibility.1,", 0, "cannot rest on claim \"flexibility.1\"" },
        { Core, "claims: [core-muscles.1,", "claims: [core-muscles.9,", 0, "unknown claim \"core-muscles.9\"" },
        { Core, "[core-muscles.3, core-muscles.4]", "[core-muscles.3, core-muscles.44]", 0, "unknown claim \"core-muscles.44\"" },
        { Core, "[core-muscles.3, core-muscles.4]", "[flexibility.1]", 0, "no claim of \"core-muscles\"" },
        { Core, "[core-muscles.3, core-muscles.4] ", "", 0, "no claim of \"core-muscles\"" },
        { Core, "[core-muscles.3, core-muscles.4]", "[core-muscles.3, mental-health.4]", 0, "overstated" },
        { Core, "can help you stand tall and spread your weight evenly, the article says.\nLess strain may then fall", "help you stand tall.\nLess strain falls", 0, "needs a hedge" },
        { "tips.yaml", "claims: [overview.6]", "claims: [overview.66]", 0, "unknown claim \"overview.66\"" },
        { "tips.yaml", "claims: [overview.6]", "claims: [stress.1]", 0, "none of the claims is of \"overview\"" },
        { "tips.yaml", "  claims: [overview.6]\n", "", -3, "needs a claim" },
        { "tips.yaml", "topic: overview", "topic: overviews", 0, "\"overviews\" is no topic" },
        { "claims.yaml", "overview.2: S", "overview.2: T", 0, "S, H or X" },
        { "claims.yaml", "overview.2: S", "overviews.2: S", 0, "of no topic" },
        { "claims.yaml", "overview.2: S", "overview.1: S", 0, "uplicate" },

        // Words.
        { Core, "Less strain may then fall on the lower back.", "Your back may\nheal.", 1, "\"heal\" may not be said" },
        { Core, "Less strain may then fall on the lower back.", "It is guaranteed, some say.", 0, "\"guaranteed\" may not be said" },
        { Core, "- walking and abs", "- will walking cure my back", 0, "\"cure\" may not be said" },
        { Core, "Less strain may then fall on the lower back.", "The article says you need 30 minutes, if you can.", 0, "\"30\"" },
        { Core, "Less strain may then fall on the lower back.", "It says it takes 3 weeks, if it can.", 0, "\"3\"" },
        { Core, "Less strain may then fall on the lower back.", "The article may ask for twenty minutes.", 0, "\"twenty\"" },
        { "topics/flexibility.md", "The article calls that range wide", "IT SUPPORTS the spine and keeps the body lined up, and the article says\nwalking can make it stronger. The article calls that range wide", 0, "core-muscles.md, line" },
        { "tips.yaml", "Choose one small errand today", "Push through it today", 0, "\"Push through\" may not be said" },
        { "tips.yaml", "Choose one small errand today", "Choose an errand for your arthritis", 0, "\"arthritis\" may not be said" },
        { "tips.yaml", "Choose one small errand today", "Choose one small errand today, and then another small errand, and when that is done choose yet another small errand, and so on until it is evening and the last of the errands is done", 0, "200 is the most" },
        { "tips.yaml", "- id: overview-before-dinner", "- id: overview-errand", 0, "is taken in line 5" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "Choose one small errand today: the shop, or the post box; and let it be your walk", 0, "cannot be read" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "CHOOSE one small errand today - the shop, or the post box - and let it be your walk", 0, "the same tip stands in line 7" },
        { "tips.yaml", "  common-sense: true", "  common-sense: maybe", 0, "true or false" },
        { "phrases/en/content.yaml", "\"{section}\"", "\"{Section}\"", 0, "a brace that is no place" },
        { "phrases/en/content.yaml", "\"{section}\"", "\"{section\"", 0, "a brace that is no place" },
        { "phrases/en/content.yaml", "topic.source: ", "topic.source: A cure.\ntopic.source: ", 1, "uplicate" },
        { "phrases/en/content.yaml", "Not medical advice.", "A sure remedy.", 0, "\"remedy\" may not be said" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "Today, let one small errand be your walk, the post box or the shop.", 0, "almost the same tip stands in line 7" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "Choose one small hat.", 0, "begins with \"choose one small\"" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "before dinner, go once around the block.", 0, "begins with a capital" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "Before dinner, go once around the block", 0, "ends with a full stop" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "Before dinner, go once around the block, and if the evening is mild and your legs are still willing then go around it once again, and again.", 0, "words; 25 is the most" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "Appreciate the opportunity of recreational perambulation immediately preceding dinner.", 0, "hard to read" },
        { "tips.yaml", "Before dinner, go once around the block at whatever pace feels kind.", "Before dinner, walking relieves pain.", 0, "may not be said" },
        { "tips.yaml", "- id: overview-before-dinner", "- id: Overview_Dinner", 0, "small letters" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may then fall on it: see https://example.org/core.", 0, "a link leads out" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may then fall on the **lower** back.", 0, "Markdown" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may then fall on it! Some say more!", 0, "shout" },
        { Core, "Less strain may then fall on the lower back.", "Less strain MIGHT then fall on it.", 0, "\"MIGHT\": capitals shout" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may \U0001F6B6 fall on it \U0001F6B6.", 0, "one emoji" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may  then fall on it.", 0, "two spaces" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may\u00A0then fall on it.", 0, "invisible character here (U+00A0)" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may\tthen fall on it.", 0, "a tab" },
        { Core, "order: 5", "order:\t5", 0, "a tab" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may then fall on the lower back and the upper back and the legs and the arms and the neck and the head and the hips and the knees and the feet and the toes and so on for as long as one likes.", 0, "words; 40 is the most" },
        { Core, "Less strain may then fall on the lower back.", "Muscular stabilisation may redistribute biomechanical loading. Individual physiological characteristics may determine susceptibility. Proprioceptive conditioning may facilitate neuromuscular coordination. Contemporary epidemiological investigations may substantiate recommendations.", -9, "hard to read" },
        { Core, "Less strain may then fall on the lower back.", "Less strain may then fall. It may do so here, it may do so there, and it may do so here and there. It may fall on one day, and it may fall on the other day. It may fall in rain, it may fall in wind, and it may fall in the sun. It may fall at noon, it may fall at night, and it may fall at dawn. It may fall on hills, it may fall on sand, and it may fall on grass. It may fall on you, on me, or on us both. It may fall once, twice or more. It may fall soon, and it may fall late. It may fall at work, it may fall at home, and it may fall on the way.", -1, "600 is the most" },
        { Core, "See it as a start, not as a full strength plan.", "See it as a start, if you can, and as one that may take its time, may need some days off, may go on for as long as you like, may slow down in the cold, may speed up in the spring, may need good shoes, may need a hat, may need a friend to walk beside you, may need none of these at all.", -1, "400 is the most" },
        { Core, "- walking and abs", "- what would happen to the muscles around my middle if I were to go for a walk on each day of the week", 0, "80 is the most" },
        { "topics/stress.md", "- what are endorphins", "- Walking and abs?", 0, "stands in topics/core-muscles.md" },
        { "topics/stress.md", "title: Stress", "title: Core muscles", 0, "the title \"Core muscles\" stands in topics/core-muscles.md" },
        { Core, "section: Walking Strengthens Core Muscles", "section: Strong Middle", 0, "the article has no heading \"Strong Middle\"" },
        { "topics/flexibility.md", "The article calls that range wide", "Walking can make the core muscles support the spine, keep the body in line, and stronger, the article says. The article calls that range wide", 0, "almost this sentence stands in topics/core-muscles.md" },
        { "phrases/en/dialogs.yaml", "tip.one: ", "tip.two: ", -999, "the phrase \"tip.one\" is missing" },
        { "phrases/en/dialogs.yaml", "{tip} It goes", "{tip} {joke} It goes", 0, "the place {joke}" },
        { "phrases/en/dialogs.yaml", "choice.weekdays: \"Weekdays 10:30\"", "choice.weekdays: \"Remind me to take a walk on every weekday at 10:30\"", 0, "40 is the most" },
        { "banned.yaml", "- pattern: pain-free", "- pattern: pain-free[", 0, "a pattern is words" },
        { "banned.yaml", "  instead: may hurt less\n", "", -2, "\"instead\" is missing" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_is_named_with_its_file_and_line(string file, string was, string becomes, int below, string said)
    {
        var line = Math.Max(_copy.Replace(file, was, becomes) + below, 1);

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(mistakes, mistake => mistake.File == _copy.PathOf(file) && mistake.Line == line && mistake.What.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Too_few_questions_are_named_at_the_first()
    {
        foreach (var question in new[] { "walking and abs", "standing up straight", "Is walking good for posture?", "Will walking work my tummy muscles?" })
        {
            _copy.Replace(Core, $"  - {question}\n", string.Empty);
        }

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Equal(new ContentMistake(_copy.PathOf(Core), 9, "there are 5 questions; six to ten are needed"), Assert.Single(mistakes));
    }

    [Fact]
    public void Too_few_paragraphs_are_named_at_the_heading()
    {
        var text = File.ReadAllText(_copy.PathOf(Core));
        var heading = text[..text.IndexOf("## More", StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        _copy.Write(Core, text[..text.IndexOf("[core-muscles.3, core-muscles.4]", StringComparison.Ordinal)]);

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Equal(new ContentMistake(_copy.PathOf(Core), heading, "there are 1 further paragraphs; two to four are needed"), Assert.Single(mistakes));
    }

    [Fact]
    public void A_missing_topic_is_named_and_so_is_what_refers_to_it()
    {
        File.Delete(_copy.PathOf("topics/stress.md"));

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(new ContentMistake(_copy.PathOf("topics/stress.md"), 1, "the topic is missing"), mistakes);
        Assert.Contains(mistakes, mistake => mistake.File == _copy.PathOf("topics/causes.md") && mistake.What == "follow-up \"stress\" is no topic");
    }

    [Fact]
    public void A_topic_that_nobody_knows_is_named()
    {
        File.Move(_copy.PathOf("topics/stress.md"), _copy.PathOf("topics/stres.md"));

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(mistakes, mistake => mistake.File == _copy.PathOf("topics/stres.md") && mistake.Line == 1 && mistake.What.StartsWith("unknown topic \"stres\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tips.yaml")]
    [InlineData("claims.yaml")]
    [InlineData("banned.yaml")]
    public void A_missing_file_is_named_once(string name)
    {
        File.Delete(_copy.PathOf(name));

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Equal(new ContentMistake(_copy.PathOf(name), 1, "the file is missing"), Assert.Single(mistakes));
    }

    [Theory]
    [InlineData(Core)]
    [InlineData("tips.yaml")]
    [InlineData("phrases/en/content.yaml")]
    public void An_empty_file_is_named(string name)
    {
        _copy.Write(name, " \n\n");

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(new ContentMistake(_copy.PathOf(name), 1, "the file is empty"), mistakes);
    }

    [Fact]
    public void A_topic_without_a_tip_is_named()
    {
        for (var i = 0; i < 8; i++)
        {
            _copy.Replace("tips.yaml", "topic: forest-therapy", "topic: stress");
        }

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(new ContentMistake(_copy.PathOf("tips.yaml"), 1, "there are 0 tips for \"forest-therapy\"; at least 5 are needed"), mistakes);
    }

    [Fact]
    public void A_wrong_encoding_is_named_at_its_line()
    {
        File.WriteAllBytes(_copy.PathOf(Core), [.. "---\nid: core-muscles\ntitle: caf"u8, 0xE9, .. "\n---\n"u8]);
        File.WriteAllBytes(_copy.PathOf("tips.yaml"), System.Text.Encoding.Unicode.GetBytes("- id: one\n"));

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(mistakes, mistake => mistake.File == _copy.PathOf(Core) && mistake.Line == 3 && mistake.What.Contains("UTF-8", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.File == _copy.PathOf("tips.yaml") && mistake.Line == 1 && mistake.What.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_in_two_files_is_named_with_its_first_home()
    {
        _copy.Write("phrases/en/more.yaml", "# Another file.\ntopic.source: From somewhere.\n");

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Equal(
            new ContentMistake(_copy.PathOf("phrases/en/more.yaml"), 2, "the key \"topic.source\" is taken in phrases/en/content.yaml, line 2"), Assert.Single(mistakes));
    }

    [Fact]
    public void A_translation_has_no_key_and_no_place_that_English_lacks()
    {
        _copy.Write("phrases/de/content.yaml", "topic.source: \"Aus dem Abschnitt {abschnitt}.\"\ntopic.other: Noch etwas.\n");

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Equal([1, 2], mistakes.Select(mistake => mistake.Line));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_mistake()
    {
        var nowhere = _copy.PathOf("nowhere");

        var mistakes = ContentChecker.Check(nowhere);

        Assert.Equal(new ContentMistake(nowhere, 1, "there are no content files here"), Assert.Single(mistakes));
    }

    [Fact]
    public void A_bank_that_is_too_small_is_named()
    {
        var tips = File.ReadAllText(_copy.PathOf("tips.yaml"));
        _copy.Write("tips.yaml", tips[..tips.IndexOf("- id: causes-eye-level", StringComparison.Ordinal)]);
        for (var i = 0; i < 20; i++)
        {
            tips = File.ReadAllText(_copy.PathOf("tips.yaml"));
            _copy.Write("tips.yaml", tips[..tips.LastIndexOf("- id: ", StringComparison.Ordinal)]);
        }

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(new ContentMistake(_copy.PathOf("tips.yaml"), 1, "there are 84 tips; at least 90 are needed"), mistakes);
    }

    [Fact]
    public void Too_many_doctors_among_the_tips_are_named()
    {
        _copy.Replace("tips.yaml", "topic: causes", "topic: see-a-doctor");

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(mistakes, mistake => mistake.File == _copy.PathOf("tips.yaml") && mistake.What.StartsWith("6 of 117 tips are of", StringComparison.Ordinal));
    }

    [Fact]
    public void A_topic_without_a_claim_is_named()
    {
        _copy.Write("claims.yaml", File.ReadAllText(_copy.PathOf("claims.yaml")).Replace("forest-therapy.", "stress.2", StringComparison.Ordinal));

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(mistakes, mistake => mistake.File == _copy.PathOf("claims.yaml") && mistake.What.StartsWith("there is no claim for \"forest-therapy\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tips.yml", "must end in .yaml")]
    [InlineData("phrases/en/more.yml", "must end in .yaml")]
    [InlineData("tip.yaml", "nobody reads this file")]
    [InlineData("topics/stress.yaml", "nobody reads this file")]
    [InlineData("phrases/en/more.md", "nobody reads this file")]
    public void A_file_that_nobody_reads_is_named(string name, string said)
    {
        _copy.Write(name, "a: b\n");

        var mistakes = ContentChecker.Check(_copy.Folder);

        var only = Assert.Single(mistakes);
        Assert.Equal((_copy.PathOf(name), 1), (only.File, only.Line));
        Assert.Contains(said, only.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Phrases_in_a_folder_that_is_no_language_are_named()
    {
        _copy.Write("phrases/deutsch/content.yaml", "topic.source: Aus einem Abschnitt.\n");

        var mistakes = ContentChecker.Check(_copy.Folder);

        Assert.Contains(mistakes, mistake => mistake.File == _copy.PathOf("phrases/deutsch/content.yaml") && mistake.What.Contains("is no language", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_of_phrases_is_one_mistake()
    {
        File.Delete(_copy.PathOf("phrases/en/nudges.yaml"));

        var mistakes = ContentChecker.Check(_copy.Folder);

        var only = Assert.Single(mistakes);
        Assert.Equal(_copy.PathOf("phrases/en/nudges.yaml"), only.File);
        Assert.StartsWith("the file is missing", only.What, StringComparison.Ordinal);
    }

    public void Dispose() => _copy.Dispose();
}
