namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>Every message of the bank, and laws that hold for each.</summary>
public sealed class SafetyBankTests
{
    [Fact]
    public void No_danger_of_the_bank_is_missed_or_taken_for_another_level()
    {
        var wrong = Bank.Dangers.Select(one => (one, Got: Bank.Screen(one.Text)))
            .Where(pair => pair.one.Expected != pair.Got).ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_innocent_message_of_the_bank_raises_an_alarm()
    {
        var wrong = Bank.Innocent.Where(one => Bank.Screen(one.Text) is "E" or "C" or "D").ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void Ordinary_chat_gets_no_safety_words_at_all()
    {
        var wrong = Bank.Innocent.Where(one => one.Expected == "N" && Bank.Rules.Assess(one.Text).Words is not null).ToList();

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("please ", "")]
    [InlineData("Hi, hope you are well. ", "")]
    [InlineData("", " please, thank you so much")]
    [InlineData("", " 🙏😊")]
    [InlineData("🙂 ", "")]
    [InlineData("Why does walking help my back? ", "")]
    [InlineData("", ". Also, is walking good for the heart?")]
    [InlineData("remind me at 9. ", "")]
    [InlineData("", ". I walked 20 minutes today")]
    public void Nothing_polite_or_ordinary_around_it_lowers_an_emergency_or_a_crisis(string before, string after)
    {
        var wrong = Bank.Dangers.Where(one => one.Expected is not ("D" or "S"))
            .Where(one => Bank.Rules.Assess(before + one.Text + after).Level < Bank.Rules.Assess(one.Text).Level).ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void Case_and_spaces_never_matter()
    {
        var all = Bank.Dangers.Concat(Bank.Innocent);

        var wrong = all.Where(one => Bank.Screen(one.Text) is var said
            && (Bank.Screen(one.Text.ToUpperInvariant()) != said || Bank.Screen("  " + one.Text.Replace(" ", "   ", StringComparison.Ordinal) + "\t") != said)).ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_but_after_a_denial_gives_what_follows_its_weight_back()
    {
        var wrong = Bank.Dangers.Where(one => one.Expected == "E")
            .Where(one => Bank.Screen("I have no fever but " + one.Text) != "E").ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_message_of_four_thousand_letters_is_screened_whole()
    {
        var filler = string.Concat(Enumerable.Repeat("I walked round the park and the weather was nice. ", 79));

        Assert.Equal("-", Bank.Screen(filler));
        Assert.Equal("E", Bank.Screen(filler + "My groin is numb."));
        Assert.Equal("C", Bank.Screen(filler[..2000] + " I want to die. " + filler[..1900]));
    }
}
