print("effleurage")
