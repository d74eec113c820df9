using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Content;

/// <summary>The content that ships, read from the sources.</summary>
public sealed partial class ShippedContentTests
{
    private static readonly ContentSnapshot Content = ContentSnapshot.Load(ContentCopy.Shipped);
    private static readonly ITopics Topics = Content;
    private static readonly ITips Tips = Content;

    // The article's headings are what an answer names as its source; they are not ours to change.
    public static TheoryData<string, string> Sections => new()
    {
        { "overview", "Wrapping It Up" },
        { "low-impact", "A Low-Impact Exercise" },
        { "circulation", "Promotes Circulation" },
        { "inflammation", "Reduces Inflammation" },
        { "core-muscles", "Walking Strengthens Core Muscles" },
        { "flexibility", "Improves Flexibility" },
        { "leg-muscles-balance", "Strong Leg Muscles Improve Your Balance" },
        { "stress", "Reduce Stress" },
        { "forest-therapy", "Forest Therapy" },
        { "healthy-weight", "A Healthy Weight" },
        { "overall-health", "Improve Your Overall Health" },
        { "mental-health", "Improves Mental Health" },
        { "getting-started", "Wrapping It Up" },
        { "causes", "Can Walking Relieve Back Pain Naturally?" },
        { "see-a-doctor", "Wrapping It Up" },
    };

    [Fact]
    public void It_is_sound()
    {
        var mistakes = ContentChecker.Check(ContentCopy.Shipped);

        Assert.Empty(mistakes);
    }

    [Fact]
    public void It_has_the_fifteen_topics_in_the_articles_order()
    {
        Assert.Equal(Sections.Select(row => (string)row[0]), Topics.All.Select(topic => topic.Id));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_topic_names_its_section_of_the_article(string id, string section)
    {
        Assert.Equal(section, Topics.Find(id)?.Section);
    }

    [Fact]
    public void It_has_more_than_ninety_tips_and_every_topic_has_five()
    {
        var few = Topics.All.Where(topic => Tips.All.Count(tip => tip.Topic == topic.Id) < 5).Select(topic => topic.Id);

        Assert.True(Tips.All.Length >= 96, $"{Tips.All.Length} tips");
        Assert.Empty(few);
    }

    [Fact]
    public void A_person_with_one_tip_a_day_meets_none_twice_in_sixty_days()
    {
        // The round is the whole bank, so its size is the number of days.
        Assert.True(Tips.All.Length >= 60);
        Assert.True(Tips.All.Count(tip => tip.Topic == "see-a-doctor") * 20 <= Tips.All.Length);
    }

    [Fact]
    public void No_two_tips_begin_with_the_same_two_words()
    {
        var openings = Tips.All.Select(tip => string.Join(' ', Sentences.Plain(tip.Text).Split(' ').Take(2)));

        Assert.Empty(openings.CountBy(opening => opening).Where(count => count.Value > 1).Select(count => count.Key));
    }

    [Fact]
    public void Every_tip_names_a_claim_so_that_why_has_an_answer()
    {
        var tips = ContentFolder.Read(ContentCopy.Shipped).Tips;

        Assert.All(tips, tip => Assert.NotEmpty(tip.Claims));
    }

    [Fact]
    public void A_tip_carries_the_section_of_its_topic()
    {
        Assert.All(Tips.All, tip => Assert.Equal(Topics.Find(tip.Topic)!.Section, tip.Section));
    }

    [Fact]
    public void It_knows_every_claim_of_the_article()
    {
        var claims = ContentFolder.Read(ContentCopy.Shipped).Claims.Values;

        Assert.Equal(87, claims.Count());
        Assert.Equal(7, claims.Count(claim => claim.Overstated));
    }

    [Fact]
    public void Words_and_questions_reach_understanding()
    {
        var core = Content.TopicTexts.Single(text => text.Id == "core-muscles");

        Assert.Contains("tummy", core.Words);
        Assert.Contains("Is walking good for posture?", core.Questions);
        Assert.All(core.More, paragraph => Assert.DoesNotContain("[", paragraph, StringComparison.Ordinal));
    }

    [Fact]
    public void No_question_stands_under_two_topics()
    {
        var twice = Topics.All.SelectMany(topic => topic.Questions).GroupBy(Sentences.Plain).Where(same => same.Count() > 1).Select(same => same.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void The_doctors_topic_lists_no_warning_signs_as_the_articles()
    {
        var doctor = Topics.Find("see-a-doctor")!;
        var sentences = doctor.More.Prepend(doctor.Answer).SelectMany(text => Sentences.Of(text).Select(sentence => sentence.Text));

        Assert.DoesNotContain(sentences, sentence => WarningSign().IsMatch(sentence));
    }

    [Fact]
    public void Research_outside_the_article_is_never_put_in_its_mouth()
    {
        var both = Topics.All.SelectMany(topic => topic.More.Prepend(topic.Answer))
            .SelectMany(text => Sentences.Of(text).Select(sentence => sentence.Text))
            .Where(sentence => Research().IsMatch(sentence) && !sentence.Contains("forest therapy", StringComparison.Ordinal)
                && !sentence.Contains("such time", StringComparison.Ordinal) && sentence.Contains("article says", StringComparison.Ordinal));

        Assert.Empty(both);
    }

    [GeneratedRegex("numb|bladder|bowel|fever|chest|weight loss|faint", RegexOptions.IgnoreCase)]
    private static partial Regex WarningSign();

    [GeneratedRegex(@"\b(trials?|stud(y|ies)|research|review)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Research();
}
