using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>Signs that are told in two messages.</summary>
public sealed class ToldBeforeTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 23, 9, 0);

    private readonly ToldBefore _told = new(Bank.Rules);
    private int _messages;

    [Theory]
    [InlineData("my leg feels numb", "no, both my legs")]
    [InlineData("I have a fever", "and my back hurts a lot")]
    [InlineData("I'm 30 weeks pregnant", "I am bleeding a bit")]
    [InlineData("sciatica again, left leg", "well, and my right leg, both are numb now")]
    public void Half_a_sign_and_its_other_half_raise_an_alarm(string first, string second)
    {
        Assert.True(Says(first, Nine).Level < SafetyLevel.SameDay);

        Assert.True(Says(second, Nine.Plus(Duration.FromMinutes(2))).Level >= SafetyLevel.SameDay);
    }

    [Fact]
    public void After_ten_minutes_it_is_another_talk()
    {
        Says("my leg feels numb", Nine);

        Assert.True(Says("no, both my legs", Nine.Plus(Duration.FromMinutes(11))).Level < SafetyLevel.SameDay);
    }

    [Fact]
    public void Nothing_typed_is_kept_longer_whoever_speaks_next()
    {
        Says("my leg feels numb", Nine);

        Says("hello", Nine.Plus(Duration.FromMinutes(10)), "visitor-2");

        Assert.Equal(0, _told.Count);
    }

    [Fact]
    public void Who_is_forgotten_told_nothing()
    {
        var heard = Heard("my leg feels numb", "visitor-1");
        _told.Assess(heard, heard.Text!, Nine);

        _told.Forget(heard.From.Id);

        Assert.Equal(0, _told.Count);
    }

    [Fact]
    public void Somebody_elses_message_is_no_first_half()
    {
        Says("my leg feels numb", Nine, "visitor-1");

        Assert.True(Says("no, both my legs", Nine, "visitor-2").Level < SafetyLevel.SameDay);
    }

    [Fact]
    public void An_ordinary_message_after_half_a_sign_raises_nothing()
    {
        Says("I have a fever", Nine);

        Assert.True(Says("remind me at nine on weekdays", Nine).Level < SafetyLevel.SameDay);
    }

    [Fact]
    public void The_same_message_run_again_says_the_same()
    {
        var heard = Heard("I have a fever", "visitor-1");

        Assert.Equal(_told.Assess(heard, heard.Text!, Nine), _told.Assess(heard, heard.Text!, Nine));
    }

    private SafetyFinding Says(string text, Instant now, string who = "visitor-1") => _told.Assess(Heard(text, who), text, now);

    private Heard Heard(string text, string who) => new(
        $"key-{_messages++}", Address.Of("webchat", null, "talk-" + who, who, Scope.Personal), text, Verb: null, About: null,
        ImmutableDictionary<string, string>.Empty, ZoneHint: null, "en");
}
