using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging.Tips;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class TipComposerTests
{
    private static readonly Tip Tip = new("calls", "Take one call on your feet.", "getting-started", "Getting Started");

    [Fact]
    public void A_tip_says_one_thing_its_section_and_why_it_came()
    {
        var send = Assert.IsType<Verdict.Send>(Compose(new FakeTips(Tip)));

        var card = Assert.IsType<CardModel.Nudge>(send.Body.Card);
        Assert.Equal((Tip.Text, "It goes with the section \"Getting Started\".", (string?)null), (card.Tip, card.Source, card.Progress));
        Assert.StartsWith("You asked for this:", card.Footer, StringComparison.Ordinal);
        Assert.Equal("A small thing for today: Take one call on your feet.", send.Body.Speak);
        Assert.Equal(["Why does this help?", "Stop tips"], send.Body.Choices.Select(choice => choice.Title));
        Assert.Equal((NudgeKind.Tip, "calls"), (send.As, send.Tip));
    }

    [Fact]
    public void An_empty_bank_sends_nothing_and_says_why()
    {
        Assert.Equal(new Verdict.Drop(DropReasons.NoTip), Compose(new FakeTips()));
    }

    [Fact]
    public void A_tip_may_come_six_hours_late()
    {
        Assert.Equal(Duration.FromHours(6), new TipComposer(new FakePhrases(), new FakeTips(), Some.Zones).Grace);
    }

    private static Verdict Compose(FakeTips tips) =>
        new TipComposer(new FakePhrases(), tips, Some.Zones).Compose(Some.Nudge(), Some.Facts(), Some.At(10, 30));
}
