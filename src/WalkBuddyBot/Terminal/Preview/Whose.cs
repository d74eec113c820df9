namespace WalkBuddyBot.Terminal.Preview;

/// <summary>Whose reminders a preview shows.</summary>
internal enum Whose
{
    /// <summary>Everyone's.</summary>
    Everyone,

    /// <summary>One person's.</summary>
    OnePerson,

    /// <summary>Nobody's: what a sentence would bring.</summary>
    Sentence,
}
