using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Tests.Conversation.Content;

/// <summary>What the patterns of banned phrases catch, and what they let pass.</summary>
public sealed class BannedPhraseTests
{
    private static readonly ContentFolder Content = ContentFolder.Read(ContentCopy.Shipped);

    [Theory]
    [InlineData("heal|heals", "It heals.", true)]
    [InlineData("heal|heals", "Good health.", false)]
    [InlineData("guarantee*", "GUARANTEED", true)]
    [InlineData("(a) sure cure", "sure cure", false)]
    [InlineData("you (will) be surprised", "you be surprised", true)]
    [InlineData("you (will) be surprised", "you will, be surprised", true)]
    [InlineData("pain ... disappears", "pain in your back disappears", true)]
    [InlineData("pain ... disappears", "pain, and then it all quickly disappears", false)]
    [InlineData("pain ... disappears", "Pain. It disappears", false)]
    [InlineData("don't worry", "Don\u2019t worry", true)]
    [InlineData("cat", "concat cats cat's", false)]
    public void A_pattern_reads_as_it_is_explained(string pattern, string text, bool caught)
    {
        var found = BannedPhrase.Understands(pattern) && new BannedPhrase(pattern, "why", "instead", TipsOnly: false).Find(text) is not null;

        Assert.Equal(caught, found);
    }

    [Theory]
    [InlineData("Walking repairs damaged cells.")]
    [InlineData("It will repair your damaged cells!")]
    [InlineData("Your pain will disappear in time.")]
    [InlineData("The pain in your back disappears.")]
    [InlineData("The ache goes away.")]
    [InlineData("You will be surprised at the benefits.")]
    [InlineData("You'll be surprised.")]
    [InlineData("Reaching becomes effortless.")]
    [InlineData("It keeps you free from stress.")]
    [InlineData("Walking cures back pain.")]
    [InlineData("A walk heals your back.")]
    [InlineData("We guarantee it.")]
    [InlineData("It prevents injury.")]
    [InlineData("Walking prevents a fall.")]
    [InlineData("It reduces your risk of falling.")]
    [InlineData("Walking is safe for everyone.")]
    [InlineData("It is a safe and effective exercise.")]
    [InlineData("Endorphins are natural painkillers.")]
    [InlineData("Walking improves bone density.")]
    [InlineData("Walking is the best exercise for you.")]
    [InlineData("You have sciatica.")]
    [InlineData("You probably have a slipped disc.")]
    [InlineData("It's probably sciatica.")]
    [InlineData("That sounds like sciatica.")]
    [InlineData("It's nothing to worry about.")]
    [InlineData("It's just stress.")]
    [InlineData("Walk it off.")]
    [InlineData("Push through the pain.")]
    [InlineData("There is no need to see a doctor.")]
    [InlineData("You don't need a doctor.")]
    [InlineData("I understand exactly how you feel.")]
    [InlineData("I have alerted someone.")]
    [InlineData("I'm calling for you.")]
    [InlineData("You lost your streak.")]
    public void What_must_never_be_said_is_caught(string text)
    {
        Assert.Contains(Content.Banned, phrase => phrase.Find(text) is not null);
    }

    [Theory]
    [InlineData("Walking may ease your pain.")]
    [InlineData("Walking can improve your general health.")]
    [InlineData("Stress can add to pain.")]
    [InlineData("Add balance and strength exercises if you worry about falls.")]
    [InlineData("The body's own chemicals can dull pain.")]
    [InlineData("Only a clinician who examines you can say.")]
    public void What_may_be_said_instead_is_let_pass(string text)
    {
        Assert.DoesNotContain(Content.Banned, phrase => !phrase.TipsOnly && phrase.Find(text) is not null);
    }
}
