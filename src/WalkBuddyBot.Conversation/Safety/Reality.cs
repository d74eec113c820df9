namespace WalkBuddyBot.Conversation.Safety;

/// <summary>How a sign stands in its sentence; the order is how real it is.</summary>
internal enum Reality
{
    /// <summary>Denied, a figure of speech, a pet's, a film's.</summary>
    Dropped,

    /// <summary>Asked about in general.</summary>
    Asked,

    /// <summary>Over and done.</summary>
    Past,

    /// <summary>Over, but only just.</summary>
    JustPast,

    /// <summary>Happening.</summary>
    Live,
}
