using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>What holds for whatever is said, in whatever state.</summary>
public sealed class EveryReplyTests
{
    private static readonly string[] Sayings =
    [
        "hello", "help", "skip tomorrow", "skip thursday", "skip the next one", "walked 5 km", "snooze", "remind me on 3/4", "thank you", "bye", "yes", "no", "stop", "resume", "undo", "show my reminders", "status", "why does walking help?",
        "core", "tell me more", "why?", "give me a tip", "i walked", "walked 20", "walked 2000", "walked 15 yesterday", "i walked tomorrow",
        "in 30 minutes", "snooze 20", "snooze 900", "not today", "pause", "pause for 1 hour", "pause until yesterday", "remind me",
        "remind me weekdays at 10:30", "remind me weekdays at 7", "19:00", "remind me tomorrow at 12:00", "remind me today at 08:00",
        "remind me in 1 minute", "remind me every 10 minutes", "remind me at 25:00", "remind me on feb 30", "remind me every 0 minutes",
        "remind me to feed the cat", "my time zone is europe/berlin", "my time zone", "my time zone is pariss", "chest pain", "hot calf",
        "make it 11", "half an hour later", "remove friday", "change my reminder", "delete all my reminders", "make it every 2 hours",
        "make it 7", "set a goal", "5 walks a week", "100 minutes a week", "no goal", "what is my goal", "set quiet hours",
        "quiet hours 09:00 to 11:00", "only between 18:00 and 20:00", "no quiet hours", "what are my quiet hours", "how am i doing?",
        "how much did i walk", "nudge me now", "you are great", "send me a tip every day at 08:00",
        "want to die", "which signs", "sciatica", "i'm safe", "qwertz", "", "🙂",
    ];

    private static readonly string[] Pressed =
    [
        Verbs.Joined, Verbs.Ask, Verbs.More, Verbs.Why, Verbs.Walked, Verbs.Snooze, Verbs.NotToday, Verbs.Undo, Verbs.Stop, Verbs.Resume,
        Verbs.Show, Verbs.Help, Verbs.Remind, Verbs.Answer, Verbs.ChangeZone, Verbs.Safe, "unheard-of",
    ];

    private static readonly Dictionary<string, string[]> States = new()
    {
        ["unknown"] = [],
        ["known"] = ["hello"],
        ["with a reminder"] = ["remind me weekdays at 10:30"],
        ["stopped"] = ["remind me weekdays at 10:30", "stop"],
        ["paused"] = ["remind me weekdays at 10:30", "pause for a week"],
        ["held"] = ["remind me weekdays at 10:30", "chest pain"],
        ["asked"] = ["remind me weekdays at 7"],
        ["offered"] = ["remind me every 10 minutes"],
        ["quiet"] = ["remind me weekdays at 10:30", "quiet hours 09:00 to 11:00"],
        ["fenced"] = ["remind me weekdays at 10:30", "only between 18:00 and 20:00"],
        ["several"] = ["remind me weekdays at 10:30", "remind me weekdays at 15:00", "hello"],
        ["full"] = ["remind me every 90 minutes from 09:00 to 17:00 on weekdays"],
    };

    public static TheoryData<string, string?> Situations
    {
        get
        {
            var situations = new TheoryData<string, string?>();
            foreach (var state in States.Keys)
            {
                situations.Add(state, "Europe/Paris");
                situations.Add(state, null);
            }

            return situations;
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void It_has_words_a_voice_a_summary_and_a_way_on(string state, string? zone)
    {
        foreach (var saying in Sayings)
        {
            Check(Start(state, zone).Says(saying), saying);
        }

        foreach (var verb in Pressed)
        {
            Check(Start(state, zone).Presses(verb), verb);
            var chat = Start(state, zone);
            var nudge = chat.Facts is null ? new OutgoingId(DerivedId.From("nudge", "none")) : chat.Nudged(tip: "t1");
            Check(chat.Presses(verb, nudge, ("topic", "stress"), ("tip", "t2")), verb);
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Each_of_its_ways_on_leads_somewhere(string state, string? zone)
    {
        foreach (var saying in Sayings)
        {
            var choices = Start(state, zone).Says(saying).Last.Replies[0].Choices;
            for (var i = 0; i < choices.Length; i++)
            {
                Check(Start(state, zone).Says(saying).Presses(choices[i]), $"{saying} -> {choices[i].Title}");
            }
        }
    }

    [Fact]
    public void What_was_understood_is_never_answered_like_nonsense()
    {
        var nonsense = new Chat().Says("qwertz").Text;

        Assert.All(Sayings.Where(saying => saying is not ("qwertz" or "🙂" or "sciatica" or "i'm safe")), saying => Assert.NotEqual(nonsense, new Chat().Says(saying).Text));
    }

    [Fact]
    public void The_same_turn_from_the_same_state_is_the_same()
    {
        Assert.All(Sayings, saying =>
        {
            var one = Start("with a reminder", "Europe/Paris").Says(saying);
            var other = Start("with a reminder", "Europe/Paris").Says(saying);
            Assert.Equal(one.Text, other.Text);
            Assert.Equal(one.Effects, other.Effects);
        });
    }

    private static Chat Start(string state, string? zone) => new Chat(zone).Says(States[state]);

    private static void Check(Chat chat, string said)
    {
        Assert.True(chat.Last.Label.Length > 0, said);
        Assert.True(chat.Last.Replies.Length is 1 or 2, said);
        foreach (var reply in chat.Last.Replies)
        {
            Assert.True(reply.Text.Length is > 0 and <= 1000, said);
            Assert.True(reply.Speak.Length > 0 && !reply.Speak.Contains('\n') && !reply.Speak.Contains('"'), said);
            Assert.True(reply.Summary.Length is > 0 and <= 121 && !reply.Summary.Contains('\n'), said);
            Assert.True(reply.Choices.Length is >= 1 and <= 5, $"{said}: {reply.Choices.Length} choices");
            Assert.True(reply.Text.IndexOfAny(['{', '}', '*', '_', '`', '#']) < 0 || reply.Text.Contains("New_York"), $"{said}: {reply.Text}");
            Assert.True(!reply.Text.Contains("!!") && !reply.Text.Contains("  ") && reply.Text == reply.Text.Trim(), $"{said}: {reply.Text}");
            Assert.All(reply.Choices, choice => Assert.InRange(choice.Title.Length, 1, 40));
            Assert.Equal(reply.Choices.Length, reply.Choices.Select(choice => choice.Title).Distinct().Count());
        }
    }
}
